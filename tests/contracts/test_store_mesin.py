"""Every engine beside a dict: thousands of random steps, and never a different answer."""

from __future__ import annotations

import uuid

import pytest
from alat_ingatan import Ingatan
from chalicelib.store import Check, Conflict, Delete, Harap, Put
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

RAHASIA = b"rahasia untuk uji"
CONTOH = {"sqlite": 200, "postgresql": 60, "dynamodb": 40}
PK = st.sampled_from(["p", "P", "é"])
SK = st.sampled_from(["a", "aa", "ab", "b", "~", "ÿ", "\ud7ff", "\ue000", "\U0010ffff", "a\x01"])
HARAP = st.sampled_from([Harap.APA_PUN, Harap.APA_PUN, Harap.TIADA, 1, 2, 3])
TEKS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6)
BODY = st.dictionaries(TEKS, st.none() | st.booleans() | st.integers() | TEKS | st.lists(TEKS, max_size=2), max_size=3)
INDEKS = st.dictionaries(st.sampled_from(["g1", "g2", "g5"]), st.tuples(PK, SK), max_size=2)
HABIS = st.none() | st.integers(1, 6)
OPERASI = st.one_of(
    st.builds(Put, PK, SK, BODY, HARAP, INDEKS, HABIS),
    st.builds(Delete, PK, SK, HARAP),
    st.builds(Check, PK, SK, HARAP),
)


def dengan_awal(o, awal, kini):
    """The same operation in a namespace of its own, its expiry counted from now."""
    if not isinstance(o, Put):
        return type(o)(awal + o.pk, o.sk, o.expect)
    indeks = {n: (awal + p, s) for n, (p, s) in o.index.items()}
    return Put(awal + o.pk, o.sk, o.body, o.expect, indeks, o.expires and int(kini) + o.expires)


def jawaban(store, cara, *kata, **pilihan):
    try:
        return getattr(store, cara)(*kata, **pilihan)
    except Conflict as bentrok:
        return f"conflict at {bentrok.operasi}"
    except ValueError:
        return "value error"


def mesin_untuk(store, jam):
    class Beriringan(RuleBasedStateMachine):
        @initialize()
        def mulai(self):
            self.awal, self.model = uuid.uuid4().hex, Ingatan(RAHASIA, jam=jam)

        def sama(self, cara, *kata, **pilihan):
            nyata, model = (jawaban(s, cara, *kata, **pilihan) for s in (store, self.model))
            assert nyata == model
            return nyata

        @rule(operasi=st.lists(OPERASI, max_size=4))
        def write(self, operasi):
            self.sama("write", *[dengan_awal(o, self.awal, jam.kini) for o in operasi])

        @rule(pk=PK, sk=st.lists(SK, min_size=1, max_size=3))
        def get(self, pk, sk):
            self.sama("get", self.awal + pk, sk[0])
            self.sama("get_many", [(self.awal + pk, satu) for satu in sk])

        @rule(pk=PK, prefix=st.just("") | SK, limit=st.integers(1, 4), reverse=st.booleans())
        def daftar(self, pk, prefix, limit, reverse):
            hasil, kursor = self.sama("query", self.awal + pk, prefix=prefix, limit=limit, reverse=reverse)
            while kursor:
                hasil, kursor = self.sama(
                    "query", self.awal + pk, prefix=prefix, limit=limit, reverse=reverse, cursor=kursor
                )

        @rule(
            pk=PK,
            index=st.sampled_from(["g1", "g2", "g5"]),
            prefix=st.just("") | SK,
            limit=st.integers(1, 3),
            reverse=st.booleans(),
        )
        def indeks(self, pk, index, prefix, limit, reverse):
            """Equal entries have no order of their own on an index, so whole lists are compared, not pages."""
            pilihan = {"index": index, "prefix": prefix, "limit": limit, "reverse": reverse}
            nyata, model = (semua(s, self.awal + pk, pilihan) for s in (store, self.model))
            assert [i.index[index][1] for i in nyata] == [i.index[index][1] for i in model]
            assert sorted(nyata, key=kunci) == sorted(model, key=kunci)

        @rule(detik=st.integers(1, 4))
        def waktu_berjalan(self, detik):
            jam.kini += detik

        @rule()
        def sapu(self):
            store.sapu()
            self.model.sapu()

    return Beriringan


def semua(store, pk, pilihan):
    items, kursor = store.query(pk, **pilihan)
    while kursor:
        lagi, kursor = store.query(pk, cursor=kursor, **pilihan)
        items = [*items, *lagi]
    return items


def kunci(item):
    return item.pk, item.sk


@pytest.mark.parametrize("mesin", CONTOH)
def test_every_engine_answers_as_a_dict_would(mesin, buka_store, jam):
    pilihan = settings(
        max_examples=CONTOH[mesin], stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(mesin_untuk(buka_store(mesin), jam), settings=pilihan)
