/** Paints the core with three.js: one geometry of strokes, drawn in one call. Loaded when the page has time for it. */
import {
  BufferGeometry,
  CustomBlending,
  DoubleSide,
  DynamicDrawUsage,
  GLSL3,
  InterleavedBuffer,
  InterleavedBufferAttribute,
  MaxEquation,
  Mesh,
  OneFactor,
  OrthographicCamera,
  RawShaderMaterial,
  Scene,
  WebGLRenderer,
} from 'three';
import { type Boxes, boxCorners, boxesOf, makeBoxes, perCorner } from './boxes.ts';
import type { Painter } from './picture.ts';

/** Each stroke is a box around its line; what of the box is line, the fragment shader says, edges smoothed by distance. */
const vertexShader = /* glsl */ `
precision highp float;
in vec2 point;
in vec4 line;
in vec4 tint;
out vec4 place;
out vec4 colour;
void main() {
  place = line;
  colour = tint;
  gl_Position = vec4(point, 0.0, 1.0);
}`;

/** `place`: along and across the line from its beginning, its length, half its width, in device pixels. */
const fragmentShader = /* glsl */ `
precision highp float;
in vec4 place;
in vec4 colour;
out vec4 shown;
void main() {
  float beyond = max(max(-place.x, place.x - place.z), 0.0);
  float cover = clamp(place.w + 0.5 - length(vec2(beyond, place.y)), 0.0, 1.0) * colour.a;
  shown = vec4(colour.rgb * cover, cover);
}`;

/** Throws where the context cannot be used. */
export function createWebglPainter(canvas: HTMLCanvasElement, context: WebGL2RenderingContext): Painter {
  const renderer = new WebGLRenderer({ canvas, context, alpha: true, antialias: false, depth: false });
  const boxes = makeBoxes();
  const buffer = new InterleavedBuffer(boxes.values, perCorner);
  buffer.setUsage(DynamicDrawUsage);
  const geometry = strokeGeometry(buffer, boxes);
  const material = new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader,
    // With y downwards the boxes lie on their backs.
    side: DoubleSide,
    transparent: true,
    depthTest: false,
    depthWrite: false,
    // The greater of two: strokes that meet do not get brighter where they overlap.
    blending: CustomBlending,
    blendEquation: MaxEquation,
    blendSrc: OneFactor,
    blendDst: OneFactor,
    premultipliedAlpha: true,
  });
  const strokes = new Mesh(geometry, material);
  strokes.frustumCulled = false;
  const scene = new Scene();
  scene.add(strokes);
  const camera = new OrthographicCamera();
  let [shownSizePx, shownRatio] = [0, 0];

  return {
    paint(lines, sizePx, ratio) {
      if (sizePx !== shownSizePx || ratio !== shownRatio) {
        [shownSizePx, shownRatio] = [sizePx, ratio];
        renderer.setPixelRatio(ratio);
        renderer.setSize(sizePx, sizePx, false);
      }
      const drawn = boxesOf(boxes, lines, sizePx * ratio, ratio);
      geometry.setDrawRange(0, drawn * 6);
      buffer.clearUpdateRanges();
      buffer.addUpdateRange(0, drawn * boxCorners * perCorner);
      buffer.needsUpdate = true;
      renderer.render(scene, camera);
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
}

function strokeGeometry(buffer: InterleavedBuffer, { indices }: Boxes): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setIndex(indices);
  geometry.setAttribute('point', new InterleavedBufferAttribute(buffer, 2, 0));
  geometry.setAttribute('line', new InterleavedBufferAttribute(buffer, 4, 2));
  geometry.setAttribute('tint', new InterleavedBufferAttribute(buffer, 4, 6));
  return geometry;
}
