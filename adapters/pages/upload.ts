import type { IncomingMessage, ServerResponse } from 'node:http';
import { formOf } from '../../src/cards/forms.js';
import { cardAsText } from '../../src/cards/plainText.js';
import type { FormPress } from '../../src/cards/press.js';
import { refusalWords } from '../../src/cards/words/refusals.js';
import { pageWords } from '../../src/cards/words/pages.js';
import { serverWords } from '../../src/cards/words/server.js';
import { drawn } from '../../src/clerk/drawing.js';
import type { Page } from '../../src/clerk/pages.js';
import { openReadings, type Readings } from '../../src/clerk/readings.js';
import { sha256Of } from '../../src/clerk/sha256.js';
import { answerForm } from '../../src/clerk/visits/forms.js';
import { bodyWithin } from '../body.js';
import { multipartBytesMost, multipartIn } from '../multipart.js';
import { sendNothing, sendPage } from './door.js';
import type { Grants } from './grants.js';
import { formPage, sentencesPage } from './html.js';
import type { PagesOffice } from './open.js';

type Upload = Extract<Page, { readonly kind: 'upload' }>;

/** The page on which one person hands in one paper; it works once. */
export interface UploadVisit {
  readonly page: Upload;
  readonly token: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Shows the form, or why it does not open for this person now. */
export const showUpload = async ({ clerk }: PagesOffice, { page, response }: UploadVisit): Promise<void> => {
  const shown = await drawn(clerk, page.alliance, (view) => {
    const form = formOf(view, pressOf(page), page.by);
    return 'why' in form
      ? sentencesPage(pageWords.refused, refusalWords(view, form, page.by).sentences)
      : formPage(form);
  });
  if (shown === null) sendNothing(response);
  else sendPage(response, 200, shown);
};

/** Takes the file. It is recorded, and durable, before the page says so; a file that was refused can be sent again. */
export const takeUpload = async (office: PagesOffice, grants: Grants, visit: UploadVisit): Promise<void> => {
  const { page, token, request, response } = visit;
  const isTooLarge = Number(request.headers['content-length'] ?? 0) > multipartBytesMost;
  const body = isTooLarge ? null : await bodyWithin(request, multipartBytesMost);
  if (body === null) {
    response.setHeader('Connection', 'close');
    sendPage(response, 413, sentencesPage(pageWords.refused, [serverWords.fileTooLarge]));
    return;
  }
  const sent = await multipartIn(body, request.headers['content-type'] ?? '');
  if (sent === null) {
    sendPage(response, 400, sentencesPage(pageWords.refused, [pageWords.unreadable]));
    return;
  }
  const given = {
    ...{ answers: Object.fromEntries(sent.fields), files: sent.files },
    ...{ cause: `page:${token}:${sha256Of(body).slice(0, 32)}`, occurredAt: undefined, via: 'teams' as const },
  };
  const answer = await answerForm({ clerk: office.clerk, readings }, pressOf(page), page.by, given);
  switch (answer.kind) {
    case 'receipt':
      grants.end(token);
      sendPage(response, 200, sentencesPage(pageWords.done, cardAsText(answer.card).split('\n')));
      return;
    case 'refused':
      sendPage(response, 422, sentencesPage(pageWords.refused, cardAsText(answer.card).split('\n')));
      return;
    case 'problems':
      sendPage(response, 422, formPage(answer.form, given.answers, answer.problems));
      return;
  }
};

const readings: Readings = openReadings();

const pressOf = ({ alliance, meeting }: Upload): FormPress => ({ act: 'form', alliance, form: 'addPaper', meeting });
