/** What Teams refuses beyond, or shows badly (platforms.md 3, 7). */
export const teamsLimits = {
  /** Of a card as JSON in UTF-16: below the strictest figure that was ever published, 28 KB. Pictures do not count. */
  cardBytes: 25_000,
  /** In a row; more are put out of sight. */
  actions: 6,
  actionTitle: 75,
  altText: 2_000,
  /** The line for notifications. */
  summary: 300,
  /** Of a picture in a message: Teams takes a megabyte, and 1,024 pixels in width and in height. */
  pictureBytes: 900_000,
  picturePixels: 1_024,
  /** A list that stands open; longer ones are chosen from. */
  openChoices: 6,
  dialogTitle: 60,
} as const;

/** How large Teams finds a card, as JSON: two bytes a UTF-16 unit, without the pictures in it. */
export const bytesIn = (json: string): number =>
  2 * (json.includes(pictureMark) ? json.replace(inlinePicture, '') : json).length;

export const bytesOf = (card: unknown): number => bytesIn(JSON.stringify(card));

const pictureMark = 'data:image/png;base64,';
const inlinePicture = /data:image\/png;base64,[A-Za-z0-9+/=]*/gu;
