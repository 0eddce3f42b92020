import { createHash } from 'node:crypto';
import type { Block, Button, Card, DiffPart, Invitation, RollRow, Span } from '../../src/cards/card.js';
import { decodePress } from '../../src/cards/press.js';
import { rollSigns } from '../../src/cards/rollGroups.js';
import { html, type Markup } from './html.js';

/** Where a card stands: in whose chair its buttons are pressed, and which page to come back to. */
export interface Place {
  /** Address of the chair, without a slash at its end. */
  readonly chair: string;
  /** Page within the chair, "" for the room. */
  readonly page: string;
  /** A new name for one act (ruling on causes: a form's nonce). */
  readonly nonce: () => string;
  /** The address of a picture as PNG. */
  readonly pictureAt: (svg: string) => string;
}

/** A neutral card as an article. Everything in it is escaped; nothing in it can act but its own buttons. */
export const renderCard = (card: Card, place: Place, shape: 'full' | 'slim' = 'full'): Markup =>
  html`<article class="card tone-${card.tone}${shape === 'slim' ? ' slim' : ''}" aria-label="${card.summary}">
    ${card.blocks.map((block) => renderBlock(block, place))}
  </article>`;

/** Tells one drawing of a card from another, so that a window exchanges only what looks different. */
export const digestOf = (card: Card, ...more: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([card, more]))
    .digest('base64url')
    .slice(0, 16);

export const renderSpans = (spans: readonly Span[]): Markup => html`${spans.map(renderSpan)}`;

const renderBlock = (block: Block, place: Place): Markup => {
  switch (block.kind) {
    case 'heading':
      return block.level === 1
        ? html`<h2>${renderSpans(block.spans)}</h2>`
        : html`<h3>${renderSpans(block.spans)}</h3>`;
    case 'text':
      return html`<p>${renderSpans(block.spans)}</p>`;
    // Here every text is shown whole, so the button for the rest of it has nothing to show.
    case 'quote':
      return html`<blockquote dir="auto">${block.text}</blockquote>`;
    case 'note':
      return html`<p class="note">${renderSpans(block.spans)}</p>`;
    case 'facts':
      return html`<dl class="facts">
        ${block.facts.map(
          ({ label, spans }) =>
            html`<dt>${label}</dt>
              <dd>${renderSpans(spans)}</dd>`,
        )}
      </dl>`;
    case 'roll':
      return renderRoll(block.label, block.rows);
    case 'diff':
      return html`<div role="group" aria-label="${block.label}">
        <p class="note">${block.label}</p>
        <div class="diff" dir="auto">${block.parts.map(renderDiffPart)}</div>
      </div>`;
    case 'list':
      return html`<ul class="list">
        ${block.items.map((spans) => html`<li>${renderSpans(spans)}</li>`)}
      </ul>`;
    case 'picture': {
      const { svg, width, height, alt } = block.picture;
      return html`<img
        class="picture"
        src="${place.pictureAt(svg)}"
        width="${width}"
        height="${height}"
        alt="${alt}"
        loading="lazy"
      />`;
    }
    case 'invitation':
      return renderInvitation(block.invitation, place);
    case 'buttons':
      return html`<div class="buttons">${block.buttons.map((button) => renderButton(button, place))}</div>`;
    case 'divider':
      return html`<hr />`;
  }
};

const renderSpan = (span: Span): Markup => {
  switch (span.kind) {
    case 'plain':
      return html`${span.text}`;
    case 'bold':
      return html`<strong>${span.text}</strong>`;
    case 'person':
      return html`<bdi class="person">${span.name}</bdi>`;
    case 'member':
      return html`<bdi class="member">${span.name}</bdi>`;
    case 'instant':
      return html`<time datetime="${span.at}">${span.words}</time>`;
    case 'link':
      return /^https?:\/\//u.test(span.url)
        ? html`<a href="${span.url}" rel="noopener noreferrer">${span.text}</a>`
        : html`${span.text}`;
  }
};

/** Each meeting is a file for whoever sits on this chair. */
const renderInvitation = ({ lead, meetings }: Invitation, { chair }: Place): Markup =>
  html`<p class="note">
    ${lead}:
    ${meetings.map(
      ({ meeting, day }, at) =>
        html`${at > 0 && ', '}<a href="${chair}/file/${meeting}/invitation.ics" download>${day}</a>`,
    )}
  </p>`;

/** The bar above the roll says nothing that the roll does not; it is for the eye alone. */
const renderRoll = (label: string, rows: readonly RollRow[]): Markup =>
  html`<div role="group" aria-label="${label}">
    <div class="bar-of-marks" aria-hidden="true">${rows.map(({ mark }) => html`<i class="${mark}"></i>`)}</div>
    <ul class="roll">
      ${rows.map(renderRow)}
    </ul>
  </div>`;

const renderRow = (row: RollRow): Markup =>
  html`<li class="${row.mark}">
    <span class="mark" aria-hidden="true">${rollSigns[row.mark]}</span>
    <span
      ><strong><bdi>${row.name}</bdi></strong> <span class="says">${row.words}</span></span
    >
    ${row.detail.length > 0 && html`<span class="detail">${renderSpans(row.detail)}</span>`}
    ${row.reason !== undefined && html`<blockquote dir="auto">${row.reason}</blockquote>`}
  </li>`;

const renderDiffPart = (part: DiffPart): Markup => {
  switch (part.kind) {
    case 'same':
      return html`${part.text}`;
    case 'added':
      return html`<ins>${part.text}</ins>`;
    case 'removed':
      return html`<del>${part.text}</del>`;
    case 'gap':
      return html`<span class="gap">${part.text}</span>`;
  }
};

/** An order is sent, a form is opened, and what only shows something is a link. */
export const renderButton = (button: Button, place: Place): Markup => {
  const { label, press, style, spoken } = button;
  const decoded = decodePress(press);
  const name = spoken !== undefined && html` aria-label="${spoken}"`;
  if (decoded === null) return html``;
  switch (decoded.act) {
    case 'order':
      return html`<form method="post" action="${place.chair}/press" data-press>
        ${hidden('press', press)}${hidden('nonce', place.nonce())}${hidden('back', place.page)}
        <button class="${style}" data-key="${press}" ${name}>${label}</button>
      </form>`;
    case 'form':
      return html`<a class="button ${style}" data-form data-key="${press}" href="${formAddress(place, press)}" ${name}
        >${label}</a
      >`;
    case 'show': {
      const about = decoded.proposal ?? decoded.meeting ?? decoded.action;
      const of = about === undefined ? '' : `/${about}`;
      return html`<a class="button ${style}" data-key="${press}" href="${place.chair}/${decoded.show}${of}" ${name}
        >${label}</a
      >`;
    }
  }
};

/** Where the form behind a press is, opened from this place. */
export const formAddress = (place: Place, press: string): string =>
  `${place.chair}/form?press=${encodeURIComponent(press)}&back=${encodeURIComponent(place.page)}`;

export const hidden = (name: string, value: string): Markup =>
  html`<input type="hidden" name="${name}" value="${value}" />`;
