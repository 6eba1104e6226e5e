using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Nabla.Tests.Training;

public sealed class TelemetryTests
{
    [Fact]
    public void ListenersSeeFitsEpochsAndSteps()
    {
        var activities = new List<string>();
        long examples = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Nabla",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // Other tests train meanwhile, with other batch sizes.
                if (Equals(activity.GetTagItem("nabla.batch_size"), 13)
                    || Equals(activity.Parent?.GetTagItem("nabla.batch_size"), 13))
                {
                    lock (activities)
                    {
                        activities.Add(activity.OperationName);
                    }
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "nabla.training.examples")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref examples, value));
        meters.Start();

        var trainer = new Trainer(new Sequential { new Dense(1) }, new MeanSquaredError(), new Sgd(0.1));
        trainer.Fit(new TensorDataset(Tensor.Ones(26, 2), Tensor.Ones(26, 1)), epochs: 2, batchSize: 13);
        Assert.Equal(["nabla.epoch", "nabla.epoch", "nabla.fit"], activities);
        Assert.True(examples >= 52);
    }
}
