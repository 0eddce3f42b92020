import type { Conversation } from '../../src/clerk/conversations.js';

/** A link that opens a message in Teams, in its channel or chat. */
export const permalinkTo = ({ tenant, conversation }: Conversation, reference: string): string => {
  const place = conversation.replace(/;messageid=\d+$/u, '');
  const url = new URL(
    `https://teams.microsoft.com/l/message/${encodeURIComponent(place)}/${encodeURIComponent(reference)}`,
  );
  url.searchParams.set('tenantId', tenant);
  if (isChannel(place)) url.searchParams.set('parentMessageId', reference);
  else url.searchParams.set('context', JSON.stringify({ contextType: 'chat' }));
  return url.href;
};

const isChannel = (place: string): boolean => /@thread\.(?:tacv2|skype)$/u.test(place);
