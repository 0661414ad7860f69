/** Addresses that people need not look up. */
export const MAESTRO_ENDPOINTS = [
  { name: "OpenAI", baseUrl: "https://api.openai.com/v1" },
  { name: "OpenRouter", baseUrl: "https://openrouter.ai/api/v1" },
  { name: "Groq", baseUrl: "https://api.groq.com/openai/v1" },
  { name: "Mistral", baseUrl: "https://api.mistral.ai/v1" },
  { name: "Gemini", baseUrl: "https://generativelanguage.googleapis.com/v1beta/openai" },
  { name: "Ollama", baseUrl: "http://127.0.0.1:11434/v1" },
] as const;
