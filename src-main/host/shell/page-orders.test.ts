/** No order is lost on a page that is not there yet, and none is given twice. */
import { expect, test } from 'vitest';
import { PageOrders } from './page-orders.ts';

function setUp() {
  const told: unknown[] = [];
  const orders = new PageOrders((name, data) => void told.push([name, data]));
  return { told, orders };
}
const fill = (text: string) => ({ kind: 'fill', text }) as const;

test('what a page misses it is told when it stands, once', () => {
  const { told, orders } = setUp();
  orders.tell('quick', fill('one'));
  orders.tell('quick', fill('two'));
  expect(told).toEqual([]);
  expect(orders.arrive('quick')).toEqual([fill('one'), fill('two')]);
  expect(orders.arrive('quick')).toEqual([]);
  orders.tell('quick', fill('three'));
  expect(told).toEqual([['shell.asked', { window: 'quick', order: fill('three') }]]);
});

test('a page that crashed is away again, the other one is not', () => {
  const { told, orders } = setUp();
  orders.arrive('main');
  orders.arrive('quick');
  orders.leave('main');
  orders.tell('main', fill('later'));
  orders.tell('quick', fill('now'));
  expect(told).toEqual([['shell.asked', { window: 'quick', order: fill('now') }]]);
  expect(orders.arrive('main')).toEqual([fill('later')]);
});

test('a page that stays away is not told a heap of old wishes', () => {
  const { orders } = setUp();
  for (let at = 0; at < 50; at++) orders.tell('main', fill(String(at)));
  expect(orders.arrive('main').at(-1)).toEqual(fill('49'));
  orders.leave('main');
  for (let at = 0; at < 50; at++) orders.tell('main', fill(String(at)));
  expect(orders.arrive('main')).toHaveLength(10);
});
