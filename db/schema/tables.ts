export * from "./accounts";
export * from "./auth";
export * from "./contacts";
export * from "./conversations";
export * from "./enrollments";
export * from "./enums";
export * from "./sequences";
