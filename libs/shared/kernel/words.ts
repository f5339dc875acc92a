/** "1 person", "1,204 people", and "1,000+ people" of a count that stopped there. */
export const many = (count: number, one: string, several: string, more = false): string =>
  `${count.toLocaleString('en-GB')}${more ? '+' : ''} ${count === 1 && !more ? one : several}`;
