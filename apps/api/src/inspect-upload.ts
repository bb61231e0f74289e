import { answerParent } from '@wir/documents/inspection';

// A program of its own: reads one file somebody handed in, says what it is, and ends.
await answerParent();
