type Step = () => Promise<void> | void;

/** What has to be taken down again, in the opposite order of how it came up. */
export type Teardown = { add: (step: Step) => void; run: () => Promise<void> };

export const createTeardown = (): Teardown => {
  const steps: Step[] = [];
  return {
    add: (step) => {
      steps.push(step);
    },
    run: async () => {
      for (let step = steps.pop(); step !== undefined; step = steps.pop()) await step();
    },
  };
};
