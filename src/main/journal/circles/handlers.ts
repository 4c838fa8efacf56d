import type { Handlers, MethodsOf } from '../context.ts';
import { listCircles } from './listCircles.ts';
import { readRings } from './readRings.ts';
import { createCircle, removeCircle, reorderCircles, updateCircle } from './writeCircle.ts';

/** How close the user wants to keep people, and how often to turn to them. */
export const circles: Handlers<MethodsOf<'circles'>> = {
  'circles.list': (context) => listCircles(context),
  'circles.create': (context, { circle }) => createCircle(context, circle),
  'circles.update': (context, { id, circle }) => {
    updateCircle(context, id, circle);
    return null;
  },
  'circles.reorder': (context, { ids }) => {
    reorderCircles(context, ids);
    return null;
  },
  'circles.remove': (context, { id, moveTo }) => {
    removeCircle(context, id, moveTo);
    return null;
  },
  'circles.rings': (context, { perCircle }) => readRings(context, perCircle),
};
