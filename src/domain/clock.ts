/** The current time, handed in by whoever composes the app; the domain itself never asks for it. */
export type Clock = () => Date;
