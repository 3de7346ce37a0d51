import assert from 'node:assert/strict';
import test from 'node:test';
import {tampil} from '../../../site/templates/js/dom.mjs';

test('what is not there hides; without a second word it shows', () => {
  for (const [kata, sembunyi] of [[[], false], [[true], false], [['ada'], false], [[undefined], true], [[null], true], [[''], true], [[0], true]]) {
    const unsur = {hidden: !sembunyi};
    tampil(unsur, ...kata);
    assert.equal(Boolean(unsur.hidden), sembunyi, JSON.stringify(kata));
  }
  tampil(null, true);
});
