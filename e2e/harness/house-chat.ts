import postgres from "postgres";
import { v7 } from "uuid";

/** Puts a group of people into the database, as the door for making groups will. Those already connected must connect again to hear it. */
export const createHouseChat = async (databaseUrl: string, members: { id: string }[]): Promise<string> => {
  const sql = postgres(databaseUrl, { max: 1 });
  const id = v7();
  await sql`insert into conversations (id, kind, title) values (${id}, 'group', 'Rook House')`;
  await sql`insert into participants ${sql(members.map((member) => ({ conversation_id: id, user_id: member.id })))}`;
  await sql.end();
  return id;
};
