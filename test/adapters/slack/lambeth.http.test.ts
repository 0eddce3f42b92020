import { it } from 'vitest';
import { momentIn } from '../../cast/clocks.js';
import { expectLambethBook, expectLambethRoom, lambethIn, lambethMeeting, typedFor } from '../lambethMeeting.js';
import { leadership, plymouthTeam } from './cast.js';
import { plymouth } from './scene.js';
import { textOf } from './seeing.js';

const charter = lambethIn({ slackTeams: [plymouthTeam] });

it('a monthly meeting goes from its notice to confirmed minutes by the buttons in Slack', async () => {
  const scene = await plymouth({ charter: () => charter, single: true, unbound: true });
  await scene.door().type('Victoria Sayer', leadership, 'LWN here');
  await scene.settle();
  const local = (answer: string): string =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d$/u.test(answer) ? momentIn(charter.calendar, answer.replace('T', ' ')) : answer;
  await lambethMeeting(
    {
      until: scene.until,
      sees: async (who, card) => {
        await scene.settle();
        return scene.types(who, typedFor(card));
      },
      presses: async (who, card, label, answers) => {
        await scene.settle();
        await scene.types(who, typedFor(card));
        const told = await scene.presses(who, scene.lastTold(who), label);
        if (answers === undefined) return told;
        return scene.fills(who, Object.fromEntries(Object.entries(answers).map(([name, text]) => [name, local(text)])));
      },
    },
    '2026-04-01',
  );
  await scene.settle();
  expectLambethBook(await scene.entries());
  expectLambethRoom(scene.standin.messages(leadership).map(textOf));
});
