import './portico-picture.css';
import type { ReactNode } from 'react';

/*
 * A portico with an open door, and the people who come to it. Heads are circles and bodies are
 * arches, as in the pictograms. Colours are classes: portico-picture.css gives them.
 */

const FLOOR = 600;

/** An arch `width` wide, from the floor up to `topY`. */
function arch(x: number, topY: number, width: number, footY = FLOOR): string {
  const radius = width / 2;
  return `M${x - radius} ${footY}V${topY + radius}a${radius} ${radius} 0 0 1 ${width} 0V${footY}z`;
}

function Person(props: {
  x: number;
  headY: number;
  head: number;
  width: number;
  tone: string;
  footY?: number;
}): ReactNode {
  const { x, headY, head, width, tone, footY = FLOOR } = props;
  return (
    <g className={tone}>
      <circle cx={x} cy={headY} r={head} />
      <path d={arch(x, headY + head + 10, width, footY)} />
    </g>
  );
}

export function PorticoPicture(): ReactNode {
  return (
    <svg className="portico" viewBox="0 90 1000 540" aria-hidden="true" focusable="false">
      {[100, 300, 700, 900].map((x) => (
        <path className="portico__arch" key={x} d={arch(x, 172, 172)} />
      ))}
      <path className="portico__door" d={arch(500, 100, 188)} />
      <path className="portico__floor" d="M-1500 600h4000v40H-1500z" />
      <path className="portico__light" d="M406 600h188l40 40H366z" />

      <Person x={84} headY={318} head={36} width={112} tone="portico__c" />
      <path className="portico__cane" d="M162 600V440a19 19 0 0 0-38 0v8" />

      <Person x={266} headY={286} head={38} width={124} tone="portico__a" />
      <Person x={362} headY={444} head={27} width={80} tone="portico__d" />

      <Person x={500} headY={250} head={42} width={136} tone="portico__host" />

      <g className="portico__b">
        <circle cx="690" cy="356" r="36" />
        <path d={arch(690, 402, 108, 548)} />
        <path className="portico__wheel" d="M690 462a69 69 0 1 0 .1 0z" />
        <path className="portico__leg" d="M736 536h40v54h20" />
      </g>

      <g>
        <path className="portico__c" d={arch(902, 354, 130)} />
        <path
          className="portico__a"
          d="M902 246a50 50 0 0 1 50 50v46c0 26-20 34-50 34s-50-8-50-34v-46a50 50 0 0 1 50-50z"
        />
        <circle className="portico__c" cx="902" cy="304" r="30" />
        <path className="portico__shawl" d="M862 478l64-22" />
        <circle className="portico__b" cx="928" cy="452" r="20" />
      </g>
    </svg>
  );
}
