import net from "node:net";
import type { Seat } from "./requests.ts";
import { attributeOf, createStanzaSplitter } from "./stanzas.ts";

/** A client of XMPP over plain TCP that speaks with one other person. */
export type XmppLine = {
  say: (message: { id: string; text: string }) => void;
  end: () => void;
};

/** What a line hears: somebody's message, or that one of its own came back. */
export type OnMessage = (id: string, isRefused: boolean) => void;

const SASL = "urn:ietf:params:xml:ns:xmpp-sasl";
const BIND = "urn:ietf:params:xml:ns:xmpp-bind";

/** `room` is the full address of who is spoken with: the host is theirs too, and the token both name and password. */
const openStream = (room: string): string => {
  const host = room.slice(room.indexOf("@") + 1, room.indexOf("/"));
  return `<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='${host}' version='1.0'>`;
};

/** Signs in at `xmpp://host:port`, is there for others, and resolves once the server has said so. */
export const openXmppLine = (url: string, { auth: { token }, room }: Seat, onMessage: OnMessage): Promise<XmppLine> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = net.connect({ host: hostname, port: Number(port), noDelay: true });
    socket.setEncoding("utf8");
    socket.once("error", reject);
    const resource = room.slice(room.indexOf("/") + 1);
    let isKnown = false;

    const greet = (stanza: string): void => {
      if (stanza.startsWith("<stream:features")) {
        socket.write(
          isKnown
            ? `<iq type='set' id='bind'><bind xmlns='${BIND}'><resource>${resource}</resource></bind></iq>`
            : `<auth xmlns='${SASL}' mechanism='PLAIN'>${Buffer.from(`\0${token}\0${token}`).toString("base64")}</auth>`,
        );
      } else if (stanza.startsWith("<success")) {
        isKnown = true;
        socket.write(openStream(room));
      } else if (stanza.startsWith("<iq") && attributeOf(stanza, "type") === "result") {
        // What the server sends back of it says that others can reach this line.
        socket.write("<presence/>");
      } else if (stanza.startsWith("<presence")) {
        take = hear;
        resolve(line);
      } else if (stanza.startsWith("<failure") || stanza.startsWith("<iq") || stanza.startsWith("<stream:error")) {
        reject(new Error(`${token} is not let in: ${stanza}`));
      }
    };
    const hear = (stanza: string): void => {
      if (!stanza.startsWith("<message")) return;
      onMessage(attributeOf(stanza, "id") ?? "", attributeOf(stanza, "type") === "error");
    };
    let take = greet;
    const line: XmppLine = {
      // Nothing in the texts has to be written as an entity.
      say: ({ id, text }) => {
        socket.write(`<message to='${room}' type='chat' id='${id}'><body>${text}</body></message>`);
      },
      end: () => socket.end("</stream:stream>"),
    };

    const split = createStanzaSplitter();
    socket.on("data", (chunk: string) => {
      for (const stanza of split(chunk)) take(stanza);
    });
    socket.write(openStream(room));
  });
