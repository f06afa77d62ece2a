/** How a comment stands with its review. */
export const commentStates = ['pending', 'approved', 'rejected', 'withdrawn'] as const;
export type CommentState = (typeof commentStates)[number];
