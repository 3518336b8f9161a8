/** The style sheet of the formulas is a file that the bundler knows what to do with. */
declare module 'katex/dist/katex.min.css';
