#!/usr/bin/env python3
"""Prints the CSV result of a JMH run as a Markdown table: benchmarks/jmh/table.py RESULT.csv"""
import csv
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
print("| benchmark | parameters | time | error | unit |\n| --- | --- | --- | --- | --- |")
for row in rows:
    parameters = ", ".join(f"{name[7:]} {value}" for name, value in row.items() if name.startswith("Param: ") and value)
    name = ".".join(row["Benchmark"].split(".")[-2:])
    print("| %s | %s | %.4g | %.2g | %s |" % (name, parameters, float(row["Score"]),
                                             float(row["Score Error (99.9%)"]), row["Unit"]))
