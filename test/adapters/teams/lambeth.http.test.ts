import { it } from 'vitest';
import { expectLambethBook, expectLambethRoom, lambethIn, lambethMeeting, typedFor } from '../lambethMeeting.js';
import { leadership, plymouthTenant } from './cast.js';
import { plymouth } from './scene.js';
import { textOf } from './seeing.js';

it('a monthly meeting goes from its notice to confirmed minutes by the buttons in Teams', async () => {
  const scene = await plymouth({ charter: () => lambethIn({ entraTenants: [plymouthTenant] }), unbound: true });
  await scene.types('Victoria Sayer', 'LWN here', leadership);
  await scene.settle();
  const shown = async (who: string, card: string): Promise<string> => {
    await scene.settle();
    return scene.types(who, typedFor(card), leadership);
  };
  await lambethMeeting(
    {
      until: scene.until,
      sees: shown,
      presses: async (who, card, label, answers) => {
        await shown(who, card);
        const came = await scene.door().presses(who, scene.lastTold(who), label);
        if (answers === undefined) return textOf({ text: '', card: came });
        return textOf({ text: '', card: await scene.door().fills(who, came, split(answers), leadership) });
      },
    },
    '2026-04-01',
  );
  await scene.settle();
  expectLambethBook(await scene.entries());
  expectLambethRoom(scene.standin.messages(leadership).map(textOf));
});

/** Teams asks for a day and its time of day in two fields. */
const split = (answers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, text]) => {
      const [, date, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/u.exec(text) ?? [];
      return date === undefined || time === undefined
        ? [[name, text]]
        : [
            [name, date],
            [`${name}.time`, time],
          ];
    }),
  );
