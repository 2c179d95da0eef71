import { assertNode, build } from "./steps.mjs";

assertNode();
await build();
