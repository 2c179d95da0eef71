import type { Mark } from "../concept-index.ts";
import type { Detector, Scene } from "../detector.ts";

/** A telephone number or a mail address, however it is written. */
export const contactDetails: Detector = ({ reading, stance }) =>
  !stance.isReport && (reading.contacts.phones > 0 || reading.contacts.mails > 0);

/** Marks outside of sentences that say that one stays here, unless this place is said to be no good. */
const leaving = ({ reading, any, meant, near }: Scene, marks: readonly Mark[]): readonly Mark[] => {
  const staying = [...meant("stay_here").filter((mark) => !near([mark], any("faulty"), 8)), ...any("once_booked")];
  const sentences = new Set(staying.map(({ from }) => reading.words[from]?.sentence));
  return marks.filter(({ from }) => !sentences.has(reading.words[from]?.sentence));
};

export const messenger: Detector = (scene) => {
  const { meant, any, near } = scene;
  const groups = any("group");
  // The word has other meanings: there must be a move.
  if (near(meant("signal"), meant("invite", "platform"), 4)) return true;
  // `Have you got no …?` asks for one.
  if (groups.length === 0 && near(any("messenger"), any("have_you"), 3) && scene.reading.questions.size > 0) return true;
  return leaving(scene, meant("messenger")).some((mark) => !near([mark], groups, 4));
};

export const otherChannel: Detector = (scene) => {
  const { reading, meant, any, near } = scene;
  const ways = leaving(scene, meant("social", "mail"));
  if (near(meant("elsewhere"), meant("invite", "invite_me"), 5)) return true;
  // `What is your …?`, `my mail is …`
  if (near(meant("social"), any("what_is", "call_name"), 4) && reading.questions.size > 0) return true;
  if (near(leaving(scene, meant("mail")), meant("me"), 1) && meant("here_it_is", "invite", "give").length > 0) return true;
  // `Give me your mail`
  if (leaving(scene, meant("mail")).some((mark) => near([mark], meant("give"), 3) && near([mark], any("you"), 1))) return true;
  if (near(ways, meant("mostly"), 2)) return true;
  const invited = ways.filter((mark) => near([mark], meant("invite", "give"), 5));
  const hasHandle = /(?<![a-z0-9])@[a-z0-9_.]{4}/.test(reading.folded);
  if (hasHandle && ways.length > 0) return true;
  return near(invited, meant("me"), 5) || near(ways, meant("invite_me"), 8);
};

/** Asking for the other one's number, or giving one's own somewhere else. */
export const askedForNumber: Detector = (scene) => {
  const { reading, meant, any, near, follows } = scene;
  const numbers = leaving(scene, meant("phone", "number")).filter((mark) => near([mark], meant("you", "me"), 2));
  const wanted = meant("number").filter(
    (mark) => near([mark], meant("you"), 1) && reading.questions.has(reading.words[mark.from]?.sentence ?? -1),
  );
  if (wanted.length > 0 || near(meant("number", "phone", "messenger", "social"), any("profile"), 5)) return true;
  if (near(meant("phone"), any("what_is"), 3) && near(meant("phone"), meant("you"), 2) && reading.questions.size > 0) return true;
  if (near(meant("number"), meant("ring"), 4) && reading.questions.size > 0 && near(meant("number"), any("you"), 5)) return true;
  const told = leaving(scene, meant("phone")).filter(({ from }) => !reading.questions.has(reading.words[from]?.sentence ?? -1));
  if (near(told, meant("invite_me"), 7) || near(told, meant("ring"), 3)) return true;
  if (near(meant("details"), any("me", "copy"), 5)) return true;
  const open = numbers.filter((mark) => !near([mark], any("private"), 5));
  return near(open, meant("give", "ring"), 6) && !follows(numbers, meant("papers"), 6);
};
