"""What people would pick instead: pandas for the features, XGBoost for the probability, a file for the result.

python3 compare.py ACTIVITIES.csv CUSTOMERS.csv SCORES.csv AS_OF HORIZON_DAYS

Trains as of HORIZON_DAYS before AS_OF by who bought nothing until AS_OF, then does what is compared: reads the rows, works out
nine figures of each customer and scores everybody. Prints both times and the highest memory as JSON.
"""

import json
import resource
import sys
import time

import pandas as pd
import xgboost as xgb

activities_file, customers_file, scores_file, as_of_text, horizon_text = sys.argv[1:]
as_of = pd.Timestamp(as_of_text)
horizon = pd.Timedelta(days=int(horizon_text))


def read():
    activities = pd.read_csv(activities_file, parse_dates=["at"], dtype={"kind": "category"})
    return activities, pd.read_csv(customers_file)


def features(activities, customers, moment):
    known = activities[activities["at"] < moment]
    orders = known[known["kind"] == "order"]
    by = orders.groupby("customer", sort=False)
    table = customers.set_index("customer")[["monthly_revenue"]].copy()
    table["recency"] = (moment - by["at"].max()).dt.total_seconds()
    table["age"] = (moment - by["at"].min()).dt.total_seconds()
    table["orders"] = by.size()
    table["spent"] = by["amount"].sum()
    for days in (30, 90):
        recent = orders[orders["at"] >= moment - pd.Timedelta(days=days)].groupby("customer", sort=False)
        table[f"orders_{days}"] = recent.size()
        table[f"spent_{days}"] = recent["amount"].sum()
    return table[table["orders"].notna()]


def model(activities, customers):
    before = as_of - horizon
    rows = features(activities, customers, before)
    later = activities[(activities["kind"] == "order") & (activities["at"] >= before)]["customer"].unique()
    left = (~rows.index.isin(later)).astype(int)
    settings = {"objective": "binary:logistic", "max_depth": 4, "eta": 0.1, "nthread": 2, "tree_method": "hist"}
    return xgb.train(settings, xgb.DMatrix(rows.to_numpy(), label=left), num_boost_round=200)


began = time.perf_counter()
fitted = model(*read())
trained = time.perf_counter()
activities, customers = read()
rows = features(activities, customers, as_of)
probabilities = fitted.predict(xgb.DMatrix(rows.to_numpy()))
pd.DataFrame({"customer": rows.index, "probability": probabilities}).to_csv(scores_file, index=False)
ended = time.perf_counter()
print(
    json.dumps(
        {
            "customers": len(rows),
            "trainingSeconds": round(trained - began, 2),
            "seconds": round(ended - trained, 2),
            "peakRssMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }
    )
)
