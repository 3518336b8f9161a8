/** The field one writes in, as the keyboard finds it from anywhere in the window. */
export const composerId = 'composer';
