import { afterEach, expect } from 'vitest';
import { createJobWorld, type JobWorld, type WorldOptions } from './job-world';

/** The world of the current test. After each test it has reported nothing and broken no rule of the service. */
export let world: JobWorld;

/** Opens the world of a test. */
export async function open(options?: WorldOptions): Promise<JobWorld> {
  world = await createJobWorld(options);
  return world;
}

afterEach(async () => {
  expect(world.reports).toEqual([]);
  expect(world.simulator.violations).toEqual([]);
  await world.close();
});
