using Nabla.Data;

namespace Nabla;

public partial class Trainer
{
    // The share of the past in the smoothed loss, and how far it may rise above its least before the trial ends: the
    // numbers of fastai, which made the method popular.
    private const double RateSmoothing = 0.98;
    private const double RateDivergence = 4;

    /// <summary>Tries learning rates on a few steps, and puts everything back as it was.</summary>
    /// <remarks>
    /// The rate grows by the same factor from step to step until the loss explodes; where it falls fastest is a good
    /// rate to begin with. Source: L. Smith, Cyclical learning rates for training neural networks, 2015, section 3.3.
    /// </remarks>
    /// <param name="data">The examples.</param>
    /// <param name="batchSize">The examples of a step.</param>
    /// <param name="from">The first rate.</param>
    /// <param name="to">The last rate.</param>
    /// <param name="steps">The number of steps.</param>
    /// <exception cref="ArgumentException">The set is empty, or the rates are not 0 &lt; from &lt; to.</exception>
    public RateTrial FindLearningRate(
        Dataset data, int batchSize = 32, double from = 1e-7, double to = 10, int steps = 100)
    {
        CheckSet(data, batchSize, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        if (!(from > 0 && from < to && double.IsFinite(to)))
        {
            throw new ArgumentException($"Rates go from a small to a large one, above 0, but got {from} to {to}.");
        }

        EnsureBuilt(data);
        using TrialScope scope = BeginTrial();
        var rates = new List<double>();
        var losses = new List<double>();
        double mean = 0, least = double.PositiveInfinity;
        foreach (Batch batch in TrialBatches(data, batchSize).Take(steps))
        {
            double rate = from * Math.Pow(to / from, rates.Count / (steps - 1.0));
            Optimizer.LearningRate = rate;
            double loss;
            try
            {
                loss = Step(batch);
            }
            catch (TrainingException)
            {
                break;
            }

            mean = (RateSmoothing * mean) + ((1 - RateSmoothing) * loss);
            double smooth = mean / (1 - Math.Pow(RateSmoothing, rates.Count + 1));
            rates.Add(rate);
            losses.Add(smooth);
            least = Math.Min(least, smooth);
            if (smooth > RateDivergence * least)
            {
                break;
            }
        }

        return new RateTrial(rates, losses, Steepest(rates, losses));
    }

    // The middle of the steepest fall over the logarithm of the rate; the first steps are warming up, the last ones
    // exploding.
    private static double Steepest(List<double> rates, List<double> losses)
    {
        int skip = Math.Min(10, losses.Count / 5);
        double best = 0, suggestion = double.NaN;
        for (int i = skip + 1; i < losses.Count - 1; i++)
        {
            double slope = (losses[i + 1] - losses[i - 1]) / Math.Log(rates[i + 1] / rates[i - 1]);
            if (slope < best)
            {
                (best, suggestion) = (slope, rates[i]);
            }
        }

        return suggestion;
    }

    private IEnumerable<Batch> TrialBatches(Dataset data, int batchSize)
    {
        var order = new EpochOrder(data.Count);
        for (int epoch = 0; ; epoch++)
        {
            order.Shuffle(Model.Seed, epoch);
            foreach (int[] examples in order.Examples.ToArray().Chunk(Math.Min(batchSize, data.Count)))
            {
                if (examples.Length == Math.Min(batchSize, data.Count))
                {
                    yield return data.ReadTransformed(
                        examples, CallContext.Training(BatchCounter.Value, Model.Seed));
                }
            }
        }
    }

    private void EnsureBuilt(Dataset data)
    {
        if (!Model.IsBuilt)
        {
            Model.Build([.. CachedDataset.TransformedSpec(data).Inputs]);
        }
    }

    private TrialScope BeginTrial()
    {
        Prepare();
        return new TrialScope(
            [.. Model.VariablePaths().Select(entry => entry.Variable), .. StateVariables().Values], _trainingMetrics);
    }
}
