import { z } from 'zod';
import { line, localDate, paragraph, pounds, roughDate, sentence, sentences, slug } from './charterFields.js';

/**
 * What stands in a charter beside the rules of deciding: money, term, scope, pilot, papers, network providers. The
 * engine shows these and lets proposals point at them; none of them decides anything by itself.
 */

const yearOfMoney = z.strictObject({
  year: line(4, 40).describe('Such as 2018/19 or "year one".'),
  least: pounds.describe('Pounds. The figure itself where it is one figure.'),
  most: pounds.optional().describe('Pounds. Where the figure is a range.'),
  note: sentence.optional(),
});

const envelope = z.strictObject({
  id: slug,
  name: sentence,
  amount: pounds.describe('Pounds.'),
  note: sentence.optional(),
});

const money = z.strictObject({
  pooled: z.boolean().default(false).describe('The commissioners hold one pooled budget.'),
  sharedRisk: z.boolean().default(false).describe('The members share financial risk and opportunity.'),
  years: z.array(yearOfMoney).max(40).default([]).describe('Funding by year.'),
  envelopes: z.array(envelope).max(40).default([]).describe('Fixed sums against which spending is proposed.'),
  change: sentence.optional().describe('How funding moves over the term.'),
});

const option = z.strictObject({
  name: sentence.describe('Such as "one further year".'),
  months: z.int().min(1).max(240),
  decideBy: localDate.optional().describe('The day by which it must be decided.'),
  holders: z.array(slug).max(20).default([]).describe('Members or organisations that decide it.'),
  subjectTo: sentences.describe('Approvals outside the alliance, such as a Cabinet decision.'),
});

const term = z.strictObject({
  months: z.int().min(1).max(600).optional().describe('Length of the first term.'),
  longest: z.int().min(1).max(600).optional().describe('Months with every option taken.'),
  options: z.array(option).max(20).default([]),
  note: sentence.optional(),
});

const scope = z.strictObject({
  people: paragraph.optional().describe('Whom the alliance is there for.'),
  within: sentences.describe('What the alliance may decide on.'),
  outside: z
    .array(z.strictObject({ what: sentence, why: sentence.optional(), mayJoin: z.boolean().default(false) }))
    .max(100)
    .default([])
    .describe('What it may not. A proposal about it needs a variation of the agreement.'),
});

const pilot = z.strictObject({
  successCriteria: z.array(sentence).min(1).max(50),
  reviewFrom: localDate.optional().describe('When the review comes up.'),
  decideBy: localDate.describe('The last day for the decision to continue, change or end.'),
  ifSuccessful: sentence.optional(),
});

const networkProvider = z.strictObject({
  id: slug,
  name: sentence,
  note: sentence.optional(),
});

const network = z.strictObject({
  providers: z.array(networkProvider).max(200).default([]).describe('Not members: consulted, no vote.'),
  consultedOn: z.array(slug).max(50).default([]).describe('Decision classes on which they are consulted.'),
  workingDays: z.int().min(1).max(20).default(10).describe('Length of a consultation.'),
  terms: sentences.describe('On what terms they work with the alliance.'),
});

const paper = z.strictObject({
  name: sentence,
  alsoCalled: sentences,
  class: slug.optional().describe('The decision class by which it is signed off.'),
  note: sentence.optional(),
});

const milestone = z.strictObject({
  on: roughDate.describe('As exactly as it is known.'),
  what: sentence,
});

/** The standing part of the settings, as fields of the charter. */
export const standing = {
  money: money.optional().describe('Budget and envelopes. Roundtable never sums money that it does not own.'),
  term: term.optional().describe('How long the alliance runs, and its options.'),
  scope: scope.optional().describe('What is in and out.'),
  pilot: pilot.optional().describe('For a pilot: what success is and when it is reviewed.'),
  network: network.optional().describe('Network providers.'),
  subcontracting: paragraph.optional().describe('The subcontracting policy.'),
  papers: z.array(paper).max(60).default([]).describe('Documents that the alliance works by.'),
  principles: sentences.describe('How the members have agreed to decide.'),
  duties: sentences.describe('What each member owes the others.'),
  milestones: z.array(milestone).max(100).default([]).describe('How the alliance came about.'),
  notes: z.array(paragraph).max(50).default([]).describe('Standing notes for whoever reads the charter.'),
} as const;
