# Finds a Python that SIKAP can run on and hands over to one module of infra/. POSIX sh; stands behind run, test, sikap, kunci.
set -eu
akar=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
modul=$1
shift
for python in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14 python; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        PYTHONPATH=$akar${PYTHONPATH:+:$PYTHONPATH} exec "$python" -P -m "infra.$modul" "$@"
    fi
done
echo "SIKAP memerlukan Python 3.11 atau yang lebih baru, dan di komputer ini belum ada." >&2
echo "Pasang dahulu (Debian 12, Ubuntu 24.04, dan yang lebih baru: sudo apt install python3 python3-venv), atau sebutkan letaknya: PYTHON=/letak/python3.12 $0" >&2
exit 1
