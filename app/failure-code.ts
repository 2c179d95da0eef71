/** The code of a refusal of the services. By its shape: pages and services hold two copies of every module. */
export const failureCode = (error: unknown): string | undefined =>
  error instanceof Error && error.name === "Failure" && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
