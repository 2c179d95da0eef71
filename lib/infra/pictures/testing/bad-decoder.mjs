// biome-ignore-all lint/style/noProcessEnv: what it has been given is what is tested
// A decoder that does what the first byte of a picture says.
const hoard = [];
const acts = {
  die: () => process.kill(process.pid, "SIGSEGV"),
  hang: () => undefined,
  swell: () => {
    for (let one = 0; one < 200; one += 1) hoard.push(Buffer.alloc(4 * 1024 * 1024, 1));
  },
  tell: (id) => process.send({ id, ok: true, kept: { pid: process.pid, env: Object.keys(process.env).sort() } }),
  refuse: (id) => process.send({ id, ok: false, failure: { code: "validation_failed", details: [] }, message: "no" }),
};
process.on("message", ({ id, bytes }) => acts[Buffer.from(bytes).toString()](id));
process.on("disconnect", () => process.exit(0));
