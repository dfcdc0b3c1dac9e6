"""Prints the golden values of core's ARIMA tests, from statsmodels.

pip install statsmodels==0.15.0 && python benchmarks/arima/golden.py
"""
import warnings

import numpy as np
from statsmodels.tsa.seasonal import STL
from statsmodels.tsa.statespace.sarimax import SARIMAX
from statsmodels.tsa.stattools import kpss

warnings.filterwarnings("ignore")


def shocks(count):
    """The same numbers in [-0.5, 0.5) as Simulated.shocks in the Java tests."""
    state, out = 7, []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        out.append(state / 2**31 - 0.5)
    return np.array(out)


def fit(values, **form):
    return SARIMAX(values, **form).fit(disp=0, maxiter=500, pgtol=1e-10, factr=10)


e = shocks(200)
w = np.zeros(200)
for t in range(1, 200):
    w[t] = 0.7 * w[t - 1] + e[t] + 0.4 * e[t - 1]
arma = 5 + w[100:]
found = fit(arma, order=(1, 0, 1), trend="c")
print("ARMA(1,1): coefficients", found.params[1:3], "deviance", -2 * found.llf, "forecast", found.forecast(3))
print("KPSS of it", kpss(arma, "c", nlags=2)[0], "of its sums", kpss(np.cumsum(arma - 5), "c", nlags=2)[0])

e = shocks(108)
airline = e.copy()
airline[1:] -= 0.4 * e[:-1]
airline[12:] -= 0.6 * e[:-12]
airline[13:] += 0.24 * e[:-13]
found = fit(airline[13:], order=(0, 0, 1), seasonal_order=(0, 0, 1, 12))
print("airline: coefficients", found.params[:2], "deviance", -2 * found.llf, "forecast", found.forecast(13))

t = np.arange(60)
wave = np.sin(2 * np.pi * t / 12) + 0.05 * t + 2 * shocks(60)
parts = STL(wave, period=12, seasonal=11, seasonal_deg=0, trend=21, low_pass=13).fit(inner_iter=2, outer_iter=0)
print("strength", 1 - np.var(parts.resid) / np.var(parts.resid + parts.seasonal))
