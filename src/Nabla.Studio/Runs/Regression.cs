namespace Nabla.Studio;

/// <summary>Tries a model that predicts one number on a data set. What predicts anything else gives nothing.</summary>
internal static class Regression
{
    private const int Shown = 1000;

    /// <summary>Predictions beside the truth, of some of the examples where there are many.</summary>
    /// <param name="trainer">The trainer of the model.</param>
    /// <param name="examples">The examples.</param>
    /// <param name="toUnits">From what the model sees to what people read; null where that is the same.</param>
    public static RegressionRecord? Of(Trainer trainer, Dataset examples, Func<double, double>? toUnits)
    {
        int stride = ((examples.Count - 1) / Shown) + 1;
        Dataset shown = examples.Select(
            [.. Enumerable.Range(0, examples.Count).Where(example => example % stride == 0)]);
        if (shown.Count == 0 || !shown.TargetSpec.DType.IsFloating || shown.TargetSpec.Shape.ElementCount != 1)
        {
            return null;
        }

        Tensor results = trainer.Predict(shown);
        if (!results.DType.IsFloating || results.Shape.ElementCount != shown.Count)
        {
            return null;
        }

        Tensor targets = Tensor.Concat([.. shown.Batches(Shown).Select(batch => batch.Target)]);
        return new RegressionRecord(Numbers(targets), Numbers(results));

        double[] Numbers(Tensor tensor) =>
            [.. tensor.Cast(DType.Float64).ToArray<double>().Select(number => toUnits?.Invoke(number) ?? number)];
    }
}
