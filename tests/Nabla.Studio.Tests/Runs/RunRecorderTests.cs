using Nabla.Data.Formats;

namespace Nabla.Studio.Tests.Runs;

public sealed class RunRecorderTests
{
    [Fact]
    public void ARecordedRun_EndsInTheBitsOfOneThatIsNot()
    {
        Trainer plain = TinyRun.Trainer(), recorded = TinyRun.Trainer();
        recorded.Callbacks.Add(new RunRecorder(TinyRun.Pictures()));

        plain.Fit(TinyRun.Pictures(), epochs: 3, batchSize: 7);
        recorded.Fit(TinyRun.Pictures(), epochs: 3, batchSize: 7);

        Assert.Equal(plain.Model.WeightsSha256(), recorded.Model.WeightsSha256());
    }

    [Fact]
    public void ARecord_HoldsWhatHappened()
    {
        RunRecord run = TinyRun.Record(new RunRecorder(TinyRun.Pictures()) { Configuration = { ["a"] = "b" } });

        Assert.Equal([1, 2, 3, 4], run.Epochs.Select(epoch => epoch.Epoch));
        Assert.Equal(["loss", "accuracy"], run.Epochs[0].Training.Select(value => value.Name));
        Assert.Equal(2, run.Epochs[0].Validation.Count);
        Assert.All(run.Epochs, epoch => Assert.Equal(0.05, epoch.LearningRate));
        Assert.Equal(["1.weight", "1.bias", "3.weight", "3.bias"], run.Weights.Select(series => series.Parameter));
        Assert.Equal(run.Weights.Select(series => series.Parameter), run.Gradients.Select(series => series.Parameter));
        Assert.All(run.Weights, series => Assert.Equal([1, 2, 3, 4], series.Epochs));
        Assert.Equal(12 * 8, run.Weights[0].Histograms[0].Count);
        Assert.Equal(["0", "1", "2", "3", ""], run.LayerTimes.Select(time => time.Path));
        Assert.All(run.LayerTimes, time => Assert.InRange(time.Seconds, 0, 10));
        Assert.Equal((12 * 8) + 8 + (8 * 3) + 3, run.ParameterCount);
        Assert.Contains(new RunSetting("batch size", "7"), run.Configuration);
        Assert.Contains(new RunSetting("a", "b"), run.Configuration);
        Assert.Contains(run.Environment, setting => setting.Name == ".NET");
    }

    [Fact]
    public void Gradients_AreThoseOfTheLoss()
    {
        // Of the squared error of w·x at x = 1, y = 0: 2w.
        TensorDataset data = new(Tensor.From([1f], 1, 1), Tensor.From([0f], 1, 1));
        Trainer trainer = new(new Sequential { new Dense(1, useBias: false) }, new MeanSquaredError(), new Sgd(0.25));
        var recorder = new RunRecorder();
        trainer.Callbacks.Add(recorder);
        trainer.Fit(data, epochs: 1);

        float weight = trainer.Model.Parameters[0].Value.Item<float>();
        Assert.Equal(2 * weight, recorder.ToRecord().Gradients[0].Histograms[0].Mean, 1e-6);
    }

    [Fact]
    public void AClassifier_IsTriedOnTheExamples()
    {
        RunRecord run = TinyRun.Record(new RunRecorder { Classes = ["top", "middle"] }, epochs: 1);

        ClassificationRecord record = run.Classification!;
        Assert.Equal(["top", "middle", "2"], record.Classes);
        Assert.All(record.Counts, row => Assert.Equal(10, row.Sum()));
        long right = record.Counts.Select((row, i) => row[i]).Sum();
        Assert.Equal(run.Epochs[^1].Validation[1].Value, right / 30.0, 1e-9);
        Assert.Equal(Math.Min(30 - right, 24), record.Mistakes.Count);
        Assert.Equal(record.Mistakes.OrderByDescending(mistake => mistake.Confidence), record.Mistakes);
        Assert.All(record.Mistakes, mistake => Assert.InRange(mistake.Confidence, 1 / 3.0, 1));
    }

    [Fact]
    public void AnExampleOfTwoAxes_IsAPicture()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, ExamplePicture.Of(TinyRun.Pictures(), 1)!);

            RasterImage image = RasterImage.Load(file);
            Assert.Equal((4, 3, 1), (image.Width, image.Height, image.Channels));
            Assert.True(image.Pixels[4] > 200 && image.Pixels[0] < 50 && image.Pixels[8] < 50);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void ARegression_IsNoClassifier()
    {
        TensorDataset data = new(Tensor.From([1f, 2f, 3f], 3, 1), Tensor.From([0.5f, 1f, 1.5f], 3, 1));
        Trainer trainer = new(new Sequential { new Dense(1) }, new MeanSquaredError(), new Sgd());
        var recorder = new RunRecorder(data);
        trainer.Callbacks.Add(recorder);
        trainer.Fit(data, epochs: 1);

        RunRecord run = recorder.ToRecord();
        Assert.Null(run.Classification);
        Assert.Equal([0.5, 1, 1.5], run.Regression!.Targets);
        Assert.Equal(
            trainer.Predict(data).ToArray().Select(value => (double)value), run.Regression.Predictions);
        Assert.Contains("Predicted against true", HtmlReport.Of(run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AScoreBetweenTwoClasses_IsAClassifierToo(bool fromLogits)
    {
        TensorDataset data = new(Tensor.From([-1f, 1f, 2f], 3, 1), Tensor.From([0f, 1f, 1f], 3, 1));
        Trainer trainer = new(
            new Sequential { new Dense(1, fromLogits ? Activation.Linear : Activation.Sigmoid) },
            new BinaryCrossEntropy(fromLogits: fromLogits), new Sgd(1));
        var recorder = new RunRecorder(data);
        trainer.Callbacks.Add(recorder);
        trainer.Fit(data, epochs: 20);

        Assert.Equal([[1L, 0], [0, 2]], recorder.ToRecord().Classification!.Counts);
    }

    [Fact]
    public void Results_AreThoseOfTheModelInTheEnd()
    {
        Trainer trainer = TinyRun.Trainer();
        var recorder = new RunRecorder(TinyRun.Pictures()) { ExamplesName = "test" };
        trainer.Callbacks.Add(recorder);
        trainer.Callbacks.Add(new EarlyStopping(patience: 100));
        trainer.Fit(TinyRun.Pictures(), epochs: 3, batchSize: 7);

        RunRecord run = recorder.ToRecord();
        MetricValues expected = trainer.Evaluate(TinyRun.Pictures());
        Assert.Equal(expected.Select(value => value.Value), run.Results.Select(value => value.Value));
        Assert.Equal(("test", TinyRun.Count), (run.ResultsOf, (int)run.ResultsExamples));
        Assert.Contains("test accuracy", HtmlReport.Of(run), StringComparison.Ordinal);
    }

    [Fact]
    public void ARunThatGoesOn_KeepsWhatWasSeenBefore()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string file = Path.Combine(folder, "run.json"), checkpoint = Path.Combine(folder, "c.nabla");
        Trainer first = TinyRun.Trainer();
        first.Callbacks.Add(new RunRecorder(TinyRun.Pictures(), file));
        first.Fit(TinyRun.Pictures(), epochs: 3, batchSize: 7);
        first.WriteCheckpoint(checkpoint);

        Trainer second = TinyRun.Trainer();
        var recorder = new RunRecorder(TinyRun.Pictures(), file);
        second.Callbacks.Add(recorder);
        second.ReadCheckpoint(checkpoint);
        second.Fit(TinyRun.Pictures(), epochs: 2, batchSize: 7);

        RunRecord run = recorder.ToRecord();
        Assert.Equal([1, 2, 3, 4, 5], run.Epochs.Select(epoch => epoch.Epoch));
        Assert.All(run.Weights.Concat(run.Gradients), series => Assert.Equal([1, 2, 3, 4, 5], series.Epochs));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void TheFile_IsWrittenAfterEachEpoch()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "run.json");
        Trainer trainer = TinyRun.Trainer();
        var recorder = new RunRecorder(path: file);
        trainer.Callbacks.Add(recorder);

        trainer.Fit(TinyRun.Pictures(), epochs: 2);

        Assert.Equal(2, RunRecord.Load(file).Epochs.Count);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public void ARecorderThatSawNothing_SaysWhatToDo()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => new RunRecorder().ToRecord());

        Assert.Contains("add the recorder to trainer.Callbacks", exception.Message);
    }
}
