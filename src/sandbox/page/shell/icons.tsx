import type { ReactNode } from "react";

/** Line drawings on a 20-unit square; never the only name of a control. */
function Icon({ children }: { children: ReactNode }): ReactNode {
  return (
    <svg
      viewBox="0 0 20 20"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

const drawing = (path: string) => () => (
  <Icon>
    <path d={path} />
  </Icon>
);

export const CrossIcon = drawing("M5 5l10 10M15 5L5 15");
export const MenuIcon = drawing("M3 6h14M3 10h14M3 14h14");
export const HomeIcon = drawing("M3 9.5L10 4l7 5.5M5 8.5V16h10V8.5M8.5 16v-4h3v4");
export const HashIcon = drawing("M8 3L6 17M14 3l-2 14M3.5 7.5h13M3 12.5h13");
export const LockIcon = drawing("M6 9V6.5a4 4 0 018 0V9M5 9h10v8H5z");
/** Two that overlap: shared with another organisation. */
export const SharedIcon = drawing("M7.5 5L2.5 10l5 5 5-5zM12.5 5l5 5-5 5-2.500-2.500M10 7.500L12.500 5");
export const ClockIcon = drawing("M10 3a7 7 0 100 14 7 7 0 000-14zM10 6v4l3 2");
export const InspectorIcon = drawing("M7 6L3 10l4 4M13 6l4 4-4 4M11 4l-2 12");
export const SunIcon = drawing(
  "M10 6.5a3.5 3.5 0 100 7 3.5 3.5 0 000-7zM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1",
);
export const MoonIcon = drawing("M16 11.5A6.5 6.5 0 018.5 4a6.5 6.5 0 107.5 7.5z");
export const ThreadIcon = drawing("M4 5h12v8H9l-3.5 3v-3H4z");
export const SmileIcon = drawing(
  "M10 3a7 7 0 100 14 7 7 0 000-14zM7.5 8.5v.01M12.5 8.5v.01M7 12c1.6 2 4.4 2 6 0",
);
export const MoreIcon = () => (
  <Icon>
    <path d="M4.5 10v.01M10 10v.01M15.5 10v.01" strokeWidth="3" />
  </Icon>
);
export const SendIcon = drawing("M3.5 4l13 6-13 6 2-6zM5.5 10h5");
export const EyeIcon = drawing(
  "M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 8a2 2 0 100 4 2 2 0 000-4z",
);
export const PeopleIcon = drawing(
  "M7.5 9.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM3 16c0-3 2-4.5 4.5-4.5S12 13 12 16M13 9.5a2 2 0 100-4M14 11.7c1.9.3 3 1.8 3 4.3",
);
export const ResetIcon = drawing("M4 10a6 6 0 106-6c-2 0-3.6 1-4.6 2.4M5 3v3.6h3.6");
export const ThumbUpIcon = drawing(
  "M6 9v7H3.5V9zM6 9l3.5-6c1.4 0 2 1 1.7 2.3L10.6 8H15c1.2 0 2 1 1.7 2.2l-1 4.4c-.2.9-.9 1.4-1.8 1.4H6",
);
export const ThumbDownIcon = drawing(
  "M6 11V4H3.5v7zM6 11l3.5 6c1.4 0 2-1 1.7-2.3l-.6-2.7H15c1.2 0 2-1 1.7-2.2l-1-4.4C15.500 4.500 14.800 4 13.900 4H6",
);
export const FileIcon = drawing("M5 3h6l4 4v10H5zM11 3v4h4");
export const ChevronIcon = drawing("M6 8l4 4 4-4");
export const ArrowIcon = drawing("M4 10h12M11 5l5 5-5 5");
export const LightIcon = drawing("M10 3a5 5 0 00-3 9v2h6v-2a5 5 0 00-3-9zM8 17h4");
export const ZapIcon = drawing("M11 2.500L4.500 11H9l-.500 6.500L15 9h-4.500z");
