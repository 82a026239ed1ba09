import type { Console } from './console-types';
import * as requests from './requests';
import type { DialogSaver } from './save-dialog';

/** What a command works on. */
interface CommandParts {
  readonly console: Console;
  readonly saveDialog: DialogSaver;
}

/** Carries out one command; throws a ZodError before anything is changed when the body is not in order. */
type Command = (parts: CommandParts, body: unknown) => unknown;

/** Every `POST /console/api/…`, by the last part of its path. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  say: ({ console }, body) => console.say(requests.SAY.parse(body).utterance),
  silence: ({ console }, body) => {
    requests.NOTHING.parse(body);
    return console.silence();
  },
  late: ({ console }, body) => {
    requests.NOTHING.parse(body);
    return console.deliverLate();
  },
  session: ({ console }, body) => {
    requests.NOTHING.parse(body);
    console.leaveSession();
  },
  shopper: ({ console }, body) => {
    requests.NOTHING.parse(body);
    console.changeShopper();
  },
  consent: ({ console }, body) => {
    console.setConsent(requests.SET_CONSENT.parse(body).consent);
  },
  email: ({ console }, body) => {
    console.setEmailConsent(requests.SET_EMAIL_CONSENT.parse(body).emailConsent);
  },
  speaker: ({ console }, body) => {
    console.setRecognised(requests.SET_SPEAKER.parse(body).recognised);
  },
  screen: ({ console }, body) => {
    console.setScreen(requests.SET_SCREEN.parse(body).hasScreen);
  },
  buyer: ({ console }, body) => {
    console.changeBuyer(requests.CHANGE_BUYER.parse(body));
  },
  fault: ({ console }, body) => {
    console.setSkillFault(requests.SET_SKILL_FAULT.parse(body).skillFault);
  },
  arm: ({ console }, body) => {
    console.arm(requests.ARM.parse(body).scenario);
  },
  disarm: ({ console }, body) => {
    console.disarm(requests.DISARM.parse(body).id);
  },
  save: async ({ console, saveDialog }, body) => {
    const { name } = requests.SAVE.parse(body);
    return saveDialog(name, await console.record());
  },
};
