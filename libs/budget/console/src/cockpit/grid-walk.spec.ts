import { walkGrid } from './grid-walk';

const SIZE = { rows: 3, columns: 4 };
const walk = (key: string, row: number, column: number, ctrlKey = false): ReturnType<typeof walkGrid> =>
  walkGrid({ key, ctrlKey }, { row, column }, SIZE);

describe('walking a grid by keys', () => {
  it.each([
    ['ArrowRight', 1, 1, { row: 1, column: 2 }],
    ['ArrowLeft', 1, 1, { row: 1, column: 0 }],
    ['ArrowDown', 1, 1, { row: 2, column: 1 }],
    ['ArrowUp', 1, 1, { row: 0, column: 1 }],
    ['Home', 1, 2, { row: 1, column: 0 }],
    ['End', 1, 2, { row: 1, column: 3 }],
  ])('%s moves', (key, row, column, to) => {
    expect(walk(key, row, column)).toEqual(to);
  });

  it('stops at the edges', () => {
    expect(walk('ArrowUp', 0, 0)).toEqual({ row: 0, column: 0 });
    expect(walk('ArrowDown', 2, 3)).toEqual({ row: 2, column: 3 });
    expect(walk('ArrowRight', 2, 3)).toEqual({ row: 2, column: 3 });
  });

  it('reaches the corners with the control key', () => {
    expect(walk('Home', 2, 3, true)).toEqual({ row: 0, column: 0 });
    expect(walk('End', 0, 0, true)).toEqual({ row: 2, column: 3 });
  });

  it('leaves other keys alone', () => {
    expect(walk('Enter', 1, 1)).toBeNull();
  });
});
