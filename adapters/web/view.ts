export { drawn } from '../../src/clerk/drawing.js';
