import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "#lib/server/auth-options.ts";
import { runtime } from "#lib/server/runtime.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

const handler = (request: NextRequest, context: Context): Promise<Response> => NextAuth(request, context, authOptions(runtime()));

export { handler as GET, handler as POST };
