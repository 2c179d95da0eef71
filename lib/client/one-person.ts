/**
 * A browser has one session for all its tabs: when somebody else signs in, the pages of whoever was here before must not go
 * on in their name. Returns how to stop watching.
 */
export const watchPerson = (userId: string, onOther: () => void): (() => void) => {
  if (!("BroadcastChannel" in globalThis)) return () => undefined;
  const channel = new BroadcastChannel("uninest-person");
  channel.onmessage = ({ data }: MessageEvent<string>) => {
    if (data !== userId) onOther();
  };
  channel.postMessage(userId);
  return () => channel.close();
};
