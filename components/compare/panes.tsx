import type { CSSProperties } from 'preact';
import type { CompareMode } from '@/lib/browser/storage/compare-choices';
import type { DifferenceMap } from '@/lib/images/quality/fidelity';
import { CompareDifference } from './difference';
import { CompareDivider } from './divider';
import { CompareFrame } from './frame';
import {
  type Crop,
  covered,
  onStage,
  type Point,
  type Scene,
  type Size,
  type View,
} from './geometry';
import { CompareLayer, type CompareSide } from './layer';
import { CompareLens, lensRadius } from './lens';
import { CompareMap } from './map';
import type { StageState } from './stage-state';
import './panes.css';

/** Props of the images on the stage. */
export interface ComparePanesProps {
  mode: CompareMode;
  state: StageState;
  view: View;
  /** The stage in it is the field of one image. */
  scene: Scene;
  /** Top left corner of the second field, CSS px. */
  second: Point;
  before: CompareSide | undefined;
  after: CompareSide;
  original: CompareSide | undefined;
  /** What the image on the left is moved by, px of the result. */
  shift: Point | undefined;
  map: DifferenceMap | undefined;
  change: (part: Partial<StageState>) => void;
  /** A part was chosen, or none. */
  onPart: (part: Crop | undefined) => void;
  onUnreadable: (which: 'before' | 'after') => void;
}

const NOTHING = 'inset(0 0 0 100%)';

/** The two images, each on its field, and what lies over them. */
export function ComparePanes(props: ComparePanesProps) {
  const { mode, state, view, scene, second, before, after, original, shift, change } = props;
  const { stage, picture } = scene;
  const area = covered(view, scene);
  const dividerX = area.x + area.width * state.split;
  const boxes = { before: boxOf(picture, view, shift), after: boxOf(picture, view) };
  const crop = state.crop && onStage(state.crop, view, scene);
  const isNamed = before !== undefined && mode !== 'difference';
  const layer = { area, stage, isNamed };
  const place = (at: Point): CSSProperties => ({
    left: `${at.x}px`,
    top: `${at.y}px`,
    width: `${stage.width}px`,
    height: `${stage.height}px`,
    ...(crop && { clipPath: insetOf(crop, stage) }),
  });
  const first = { x: 0, y: 0 };

  return (
    <>
      <div class="compare-pane" style={place(second)}>
        <CompareLayer
          {...layer}
          side={after}
          corner="right"
          box={boxes.after}
          onUnreadable={() => props.onUnreadable('after')}
        />
      </div>
      {before && (
        <div class="compare-pane" data-part="before" style={place(first)}>
          <CompareLayer
            {...layer}
            side={before}
            corner="left"
            box={boxes.before}
            clip={clipOf(mode, state, stage, dividerX)}
            onUnreadable={() => props.onUnreadable('before')}
          />
          {mode === 'difference' && (
            <CompareDifference before={before} after={after} boxes={boxes} fade={state.fade} />
          )}
        </div>
      )}
      <div class="compare-pane" style={place(second)}>
        {props.map && <CompareMap map={props.map} style={boxes.after} />}
        {state.isHeld && original && (
          <CompareLayer
            {...layer}
            side={original}
            corner="left"
            box={original === before ? boxes.before : boxes.after}
            isUrgent
          />
        )}
      </div>
      {before && mode === 'slider' && (
        <CompareDivider
          split={state.split}
          x={dividerX}
          top={area.y}
          height={area.height}
          onSplit={(split) => change({ split })}
        />
      )}
      {before && mode === 'lens' && (
        <CompareLens at={state.lens} stage={stage} onMove={(lens) => change({ lens })} />
      )}
      {state.frame && (
        <CompareFrame
          frame={state.frame}
          size={picture}
          at={onStage(state.frame, view, scene)}
          onChange={(frame) => change({ frame })}
          onChosen={() => props.onPart(state.frame)}
          onCancel={() => props.onPart(undefined)}
        />
      )}
    </>
  );
}

function boxOf({ width, height }: Size, { scale, x, y }: View, shift?: Point): CSSProperties {
  const left = x + (shift?.x ?? 0) * scale;
  const top = y + (shift?.y ?? 0) * scale;
  return {
    width: `${width}px`,
    height: `${height}px`,
    transform: `translate(${left}px, ${top}px) scale(${scale})`,
  };
}

/** What is seen of the image on the left. */
function clipOf(mode: CompareMode, state: StageState, stage: Size, dividerX: number): string {
  switch (mode) {
    case 'slider':
      return `inset(0 ${stage.width - dividerX}px 0 0)`;
    case 'lens':
      return `circle(${lensRadius(stage)}px at ${state.lens.x * stage.width}px ${state.lens.y * stage.height}px)`;
    case 'blink':
      return state.side === 'before' ? 'none' : NOTHING;
    case 'difference':
      return state.fade < 0.5 ? 'none' : NOTHING;
    default:
      return 'none';
  }
}

/** The shape that leaves a part of the field. */
function insetOf({ x, y, width, height }: Point & Size, stage: Size): string {
  const right = stage.width - x - width;
  const bottom = stage.height - y - height;
  return `inset(${y}px ${right}px ${bottom}px ${x}px)`;
}
