/**
 * A drawing that takes long, done in steps: whoever has others to serve does so between two of them. What comes of it is the
 * same however it is paced.
 */
export type Steps<T> = Generator<void, T>;

/** All of it at once. */
export const whole = <T>(steps: Steps<T>): T => {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
};

/** What each of many is drawn as, so many of them a step. */
export const eachInSteps = function* <T, R>(
  all: readonly T[],
  aStep: number,
  draw: (each: T) => R,
): Steps<readonly R[]> {
  const drawn: R[] = [];
  for (const each of all) {
    drawn.push(draw(each));
    if (drawn.length % aStep === 0) yield;
  }
  return drawn;
};
