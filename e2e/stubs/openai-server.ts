import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Asked, faithful, hostile, inWrongLanguage, wantOf } from "./openai-server-answers";

// How to use: `const model = await startOpenAiStub()`; type `model.url` into the settings of Maestro; the application
// must run with WEBHOOKS_TO_PRIVATE=1. `model.mode("hostile")` holds until the next one, `model.next("refusing", { says:
// "…" })` for one request each. `model.asked` is every question that was put, with all that was sent along.

/** How the server answers a question. */
export type Behaviour =
  /** Faithful to the facts of the prompt; out of them alone. */
  | "correct"
  /** Invents, obeys the contact's last message, and answers more than it was asked for. */
  | "hostile"
  | "wrong_language"
  | "refusing"
  | "refusing_in_words"
  | "filtered"
  | "nonsense"
  | "not_json"
  | "empty"
  /** Its words stop in the middle, as the limit of tokens was reached. */
  | "cut_short"
  /** JSON between fences, after thinking aloud. */
  | "fenced"
  /** Says nothing of what it cost. */
  | "without_usage"
  /** Takes no JSON schema, as older servers do. */
  | "without_schema"
  /** Takes the new name of the length's limit alone, as OpenAI's newer models do. */
  | "new_limit_name"
  | "unauthorized"
  | "rate_limited"
  | "server_error"
  | "web_page"
  | "redirecting"
  /** An error in an answer of status 200, as some gateways give it. */
  | "error_in_body"
  /** Never answers. */
  | "silent"
  | "cut"
  | "endless"
  /** A byte at a time, for ever. */
  | "trickling"
  | { slowMs: number }
  | { retryAfter: string }
  | { status: number; body?: string }
  /** Exactly these words. */
  | { says: string }
  /** This object, as the answer. */
  | { answers: object };

export type StubQuestion = Asked & {
  want: ReturnType<typeof wantOf>;
  authorization: string | null;
  body: Record<string, unknown>;
  /** Everything that was sent, as one text. */
  everything: string;
};

export type OpenAiStub = {
  /** With `/v1`, as settings take it. */
  url: string;
  asked: StubQuestion[];
  mode(behaviour: Behaviour): void;
  /** For the next questions, one each; then the mode again. */
  next(...behaviours: Behaviour[]): void;
  close(): Promise<void>;
};

type Options = { port?: number; key?: string; models?: string[] };

/** A server on this machine that speaks OpenAI's chat completions, and misbehaves as told. */
export async function startOpenAiStub({
  port = 0,
  key,
  models = ["stub"],
}: Options = {}): Promise<OpenAiStub> {
  const asked: StubQuestion[] = [];
  const planned: Behaviour[] = [];
  let usual: Behaviour = "correct";
  const server = createServer(async (request, response) => {
    const take = (question: StubQuestion) => {
      asked.push(question);
      const model = String(question.body.model);
      if (models.includes(model)) behave(planned.shift() ?? usual, question, response);
      else refuse(response, 404, `The model \`${model}\` does not exist`);
    };
    const text = await readBody(request);
    const authorization = request.headers.authorization ?? null;
    if (key !== undefined && authorization !== `Bearer ${key}`) refuseKey(response, authorization);
    else if (request.method === "GET" && request.url === "/v1/models") {
      answer(response, 200, { object: "list", data: models.map((id) => ({ id, object: "model" })) });
    } else if (request.method === "POST" && request.url === "/v1/chat/completions") {
      take(questionOf(text, authorization, request.rawHeaders.join("\n")));
    } else refuse(response, 404, `Unknown address ${request.url}`);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    mode(behaviour) {
      usual = behaviour;
    },
    next: (...behaviours) => void planned.push(...behaviours),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

type Turn = {
  question: StubQuestion;
  response: ServerResponse;
  say: (content: string | null, extra?: Completion) => void;
  correct: () => string;
};

function behave(behaviour: Behaviour, question: StubQuestion, response: ServerResponse): void {
  const turn: Turn = {
    question,
    response,
    say: (content, extra = {}) => complete(response, question, content, extra),
    correct: () => JSON.stringify(faithful(question)),
  };
  if (typeof behaviour === "string") BEHAVIOURS[behaviour](turn);
  else behaveAsTold(behaviour, turn);
}

const BEHAVIOURS: Record<Extract<Behaviour, string>, (turn: Turn) => void> = {
  correct: ({ say, correct }) => say(correct()),
  hostile: ({ say, question }) => say(JSON.stringify(hostile(question))),
  wrong_language: ({ say, question }) => say(JSON.stringify(inWrongLanguage(question))),
  refusing: ({ say }) => say(null, { refusal: "I can't help with that." }),
  refusing_in_words: ({ say }) => say("I'm sorry, but I can't help with that."),
  filtered: ({ say }) => say("", { finish: "content_filter" }),
  nonsense: ({ say }) => say('{"recipe": ["two eggs"], "text": 7}'),
  not_json: ({ say }) => say("Sure! Here is a nice message for your customer."),
  empty: ({ say }) => say(""),
  cut_short: ({ say, correct }) => say(correct().slice(0, 20), { finish: "length" }),
  fenced: ({ say, correct }) =>
    say(`<think>Let me see: {"text": no}</think>Here it is:\n\`\`\`json\n${correct()}\n\`\`\`\nDone.`),
  without_usage: ({ say, correct }) => say(correct(), { hasUsage: false }),
  without_schema: ({ say, correct, question, response }) =>
    question.body.response_format
      ? refuse(response, 400, "Unknown parameter: response_format")
      : say(correct()),
  new_limit_name: ({ say, correct, question, response }) =>
    question.body.max_completion_tokens
      ? say(correct())
      : refuse(response, 400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."),
  unauthorized: ({ question, response }) => refuseKey(response, question.authorization),
  rate_limited: ({ response }) => refuse(response, 429, "Rate limit reached"),
  server_error: ({ response }) => refuse(response, 503, "The engine is overloaded"),
  web_page: ({ response }) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<h1>Welcome</h1>");
  },
  redirecting: ({ response }) => {
    response.writeHead(302, { location: "http://127.0.0.1:9/" }).end();
  },
  error_in_body: ({ response }) =>
    answer(response, 200, { error: { message: "Upstream is busy", code: 429 } }),
  silent: () => {},
  cut: ({ response }) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
    response.write('{"id":"1","choices":[{"message":{"content":"{\\"text\\": \\"Hel');
    setTimeout(() => response.destroy(), 20);
  },
  endless: ({ response }) => pour(response, "x".repeat(64_000), 0),
  trickling: ({ response }) => pour(response, " ", 20),
};

function behaveAsTold(told: Extract<Behaviour, object>, { response, say, correct }: Turn): void {
  if ("says" in told) say(told.says);
  else if ("answers" in told) say(JSON.stringify(told.answers));
  else if ("slowMs" in told) setTimeout(() => say(correct()), told.slowMs).unref();
  else if ("status" in told) response.writeHead(told.status).end(told.body ?? "");
  else refuse(response, 429, "Rate limit reached", { "retry-after": told.retryAfter });
}

type Completion = { finish?: string; refusal?: string; hasUsage?: boolean };

function complete(
  response: ServerResponse,
  { body, prompt, system }: StubQuestion,
  content: string | null,
  { finish = "stop", refusal, hasUsage = true }: Completion,
): void {
  const [input, output] = [(prompt.length + system.length) / 4, (content ?? "").length / 4].map(Math.ceil);
  answer(response, 200, {
    ...{ id: "chatcmpl-1", object: "chat.completion", created: 1_700_000_000, model: body.model },
    choices: [
      {
        index: 0,
        message: { role: "assistant", content, ...(refusal && { refusal }) },
        finish_reason: finish,
      },
    ],
    ...(hasUsage && { usage: { prompt_tokens: input, completion_tokens: output, total_tokens: 0 } }),
  });
}

/** Until whoever asked hangs up. */
function pour(response: ServerResponse, text: string, everyMs: number): void {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => void (response.writableNeedDrain || response.write(text)), everyMs);
  response.on("close", () => clearInterval(timer));
}

/** Repeats parts of the key, as real ones do, and the whole of it, as none should. */
const refuseKey = (response: ServerResponse, authorization: string | null) =>
  refuse(response, 401, `Incorrect API key provided: ${(authorization ?? "none").replace("Bearer ", "")}`);

const refuse = (
  response: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
) => answer(response, status, { error: { message, type: "invalid_request_error" } }, headers);

function answer(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  if (response.destroyed) return;
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

function questionOf(text: string, authorization: string | null, headers: string): StubQuestion {
  const body = JSON.parse(text) as { messages?: { role: string; content: unknown }[] };
  const said = (role: string) =>
    (body.messages ?? [])
      .filter((message) => message.role === role)
      .map(({ content }) => (typeof content === "string" ? content : JSON.stringify(content)))
      .join("\n");
  const asked = { system: said("system"), prompt: said("user") };
  const everything = `${headers}\n${text}`;
  return { ...asked, want: wantOf(asked), authorization, body: { ...body }, everything };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
