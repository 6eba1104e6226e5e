namespace Nabla.Tests.Training;

public sealed class CustomStepTests
{
    [Fact]
    public void AStepOfOnesOwnReplacesTheUsualOne()
    {
        Tensor x = Tensor.RandomNormal([8, 3], 1).Evaluate(), y = Tensor.RandomNormal([8, 1], 2).Evaluate();
        Sequential usual = Model(), own = Model();
        new Trainer(usual, new MeanSquaredError(), new Sgd(0.2)).Step(x, y);
        var halved = new HalvedTrainer(own, new MeanSquaredError(), new Sgd(0.4));
        halved.Step(x, y);
        Assert.Equal(usual.WeightsSha256(), own.WeightsSha256());
        Assert.Equal(1f, halved.Calls.Value.Item<float>());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void AStepThatMinimizesTwiceIsOneStep(int gathered)
    {
        Tensor x = Tensor.RandomNormal([24, 3], 1).Evaluate(), y = Tensor.RandomNormal([24, 1], 2).Evaluate();
        var trainer = new TwiceTrainer(Model(), new MeanSquaredError(), new Adam(0.01))
        {
            AccumulationSteps = gathered,
            Average = new ExponentialAverage(0.9),
        };
        trainer.Fit(new TensorDataset(x, y), epochs: 1, batchSize: 4);

        Assert.Equal(6 / gathered, trainer.Optimizer.Steps.Value.Item<long>());
        Assert.Equal(6 / gathered, trainer.Average.State[0].Value.Item<long>());
    }

    [Fact]
    public void WhatParametersShareAdvancesOnceAStep()
    {
        Tensor x = Tensor.RandomNormal([4, 3], 1).Evaluate(), y = Tensor.RandomNormal([4, 1], 2).Evaluate();
        Trainer once = new(Model(), new MeanSquaredError(), new Nadam());
        Trainer twice = new TwiceTrainer(Model(), new MeanSquaredError(), new Nadam());
        for (int step = 0; step < 3; step++)
        {
            once.Step(x, y);
            twice.Step(x, y);
        }

        Assert.Equal(MomentumProduct(once), MomentumProduct(twice));
        Assert.InRange(MomentumProduct(once), 0.05, 0.5);

        static double MomentumProduct(Trainer trainer) => trainer.Optimizer.State
            .Single(variable => variable.Name == "optimizer.momentum_product").Value.Item<double>();
    }

    [Fact]
    public void SeveralResultsHaveALossEach()
    {
        Symbol input = Symbol.Input(3);
        Symbol trunk = input.Then(new Dense(4, Activation.Tanh));
        var model = new Functional([input], [trunk.Then(new Dense(1)), trunk.Then(new Dense(2))]) { Seed = 1 };
        var data = new TensorDataset(
            [Tensor.RandomNormal([32, 3], 1)], [Tensor.RandomNormal([32, 1], 2), Tensor.RandomInteger([32], 0, 2, 3)]);
        var trainer = new Trainer(model, [new MeanSquaredError(), new CrossEntropy()], new Adam(0.01), [1, 0.5]);

        Batch all = data.Read([.. Enumerable.Range(0, 32)]);
        model.Build();
        IReadOnlyList<Tensor> results = model.Predict(all.Inputs);
        double expected = new MeanSquaredError().Call(results[0], all.Targets[0]).Item<float>()
            + (0.5 * new CrossEntropy().Call(results[1], all.Targets[1]).Item<float>());
        Assert.Equal(expected, trainer.Evaluate(data).Loss, 1e-5);
        Assert.True(trainer.Fit(data, epochs: 20, batchSize: 8).Last!.Training.Loss < expected);
        Assert.Contains("gives 2 results", Assert.Throws<ArgumentException>(
            () => new Trainer(model, new MeanSquaredError(), new Adam())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GatheredStepsAreOneStepOfALargeBatch()
    {
        Tensor x = Tensor.RandomNormal([24, 3], 1).Evaluate(), y = Tensor.RandomNormal([24, 1], 2).Evaluate();
        Sequential whole = Model(), parts = Model();
        new Trainer(whole, new MeanSquaredError(), new Sgd(0.1)).Fit(new TensorDataset(x, y), 2, 24, shuffle: false);
        var gathering = new Trainer(parts, new MeanSquaredError(), new Sgd(0.1)) { AccumulationSteps = 3 };
        gathering.Fit(new TensorDataset(x, y), epochs: 2, batchSize: 8, shuffle: false);

        Assert.Equal(2, gathering.Optimizer.Steps.Value.Item<long>());
        foreach ((Variable expected, Variable actual) in whole.Parameters.Zip(parts.Parameters))
        {
            Assert.All(
                expected.Value.ToArray().Zip(actual.Value.ToArray()),
                pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
        }
    }

    [Fact]
    public void AnEpochThatWasCutShortLeavesNoGradients()
    {
        Tensor x = Tensor.RandomNormal([24, 3], 1).Evaluate(), y = Tensor.RandomNormal([24, 1], 2).Evaluate();
        var data = new TensorDataset(x, y);
        Sequential plain = Model(), cut = Model();
        new Trainer(plain, new MeanSquaredError(), new Sgd(0.1)) { AccumulationSteps = 3 }
            .Fit(data, epochs: 1, batchSize: 8, shuffle: false);
        var trainer = new Trainer(cut, new MeanSquaredError(), new Sgd(0.1)) { AccumulationSteps = 3 };
        using var stop = new CancellationTokenSource();
        trainer.Callbacks.Add(new LambdaCallback { StepEnd = (_, _) => stop.Cancel() });
        trainer.Fit(data, epochs: 1, batchSize: 8, shuffle: false, cancellationToken: stop.Token);
        Assert.Equal(0, trainer.Optimizer.Steps.Value.Item<long>());

        trainer.Fit(data, epochs: 1, batchSize: 8, shuffle: false);
        Assert.Equal(plain.WeightsSha256(), cut.WeightsSha256());
    }

    [Fact]
    public void AveragesHaveWhatTheLossDoesNotDependOn()
    {
        Sequential model = Model();
        model.Build([3]);
        var trainer = new BiasTrainer(model, new MeanSquaredError(), new Sgd(0.1))
        {
            Average = new ExponentialAverage(0.5),
        };
        trainer.Step(Tensor.RandomNormal([8, 3], 1), Tensor.RandomNormal([8, 1], 2));
        using var folder = new Data.Formats.TemporaryFolder();
        trainer.WriteCheckpoint(folder["c.nabla"]);
        float[] before = model.Parameters[0].Value.ToArray();
        using AverageScope used = trainer.Average.Use();
        Assert.DoesNotContain(0f, before);
        Assert.Equal(before, model.Parameters[0].Value.ToArray());
    }

    [Fact]
    public void StepsByHandGatherToo()
    {
        Tensor x = Tensor.RandomNormal([24, 3], 1).Evaluate(), y = Tensor.RandomNormal([24, 1], 2).Evaluate();
        Sequential whole = Model(), parts = Model();
        new Trainer(whole, new MeanSquaredError(), new Sgd(0.1)).Step(x, y);
        var gathering = new Trainer(parts, new MeanSquaredError(), new Sgd(0.1)) { AccumulationSteps = 3 };
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(0, gathering.Optimizer.Steps.Value.Item<long>());
            gathering.Step(x.Slice(0, (8 * i)..(8 * (i + 1))), y.Slice(0, (8 * i)..(8 * (i + 1))));
        }

        Assert.Equal(1, gathering.Optimizer.Steps.Value.Item<long>());
        Assert.All(
            whole.Parameters[0].Value.ToArray().Zip(parts.Parameters[0].Value.ToArray()),
            pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    [Fact]
    public void AStreamOfBatchesTrainsLikeTheSetItIs()
    {
        Tensor x = Tensor.RandomNormal([24, 3], 1).Evaluate(), y = Tensor.RandomNormal([24, 1], 2).Evaluate();
        var data = new TensorDataset(x, y);
        Sequential set = Model(), stream = Model();
        new Trainer(set, new MeanSquaredError(), new Adam()).Fit(data, epochs: 3, batchSize: 10, shuffle: false);
        var trainer = new Trainer(stream, new MeanSquaredError(), new Adam());
        TrainingHistory history = trainer.Fit(
            Enumerable.Range(0, 24).Chunk(10).Select(examples => data.Read(examples)), epochs: 3);
        Assert.Equal(set.WeightsSha256(), stream.WeightsSha256());
        Assert.Equal(24, history.Last!.Examples);
        Assert.Throws<ArgumentException>(() => trainer.Fit(Enumerable.Empty<Batch>(), epochs: 1));
    }

    [Fact]
    public void WeightsOfZeroLeaveExamplesOut()
    {
        Tensor x = Tensor.RandomNormal([6, 3], 1).Evaluate(), y = Tensor.RandomNormal([6, 1], 2).Evaluate();
        Dataset weighted = new TensorDataset(x, y).WithWeights(Tensor.From([2f, 0, 2, 0, 2, 0]));
        Sequential all = Model(), some = Model();
        new Trainer(all, new MeanSquaredError(), new Sgd(0.1)).Fit(weighted, 1, 6, shuffle: false);
        new Trainer(some, new MeanSquaredError(), new Sgd(0.1)).Fit(
            new TensorDataset(x, y).Select(0, 2, 4), 1, 3, shuffle: false);
        Assert.All(
            all.Parameters[0].Value.ToArray().Zip(some.Parameters[0].Value.ToArray()),
            pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    [Fact]
    public void WeightsThatBecomeInfiniteInTheLastStepAreNoticed()
    {
        var trainer = new Trainer(Model(), new MeanSquaredError(), new Sgd(1e300));
        TrainingException error = Assert.Throws<TrainingException>(() => trainer.Fit(
            new TensorDataset(Tensor.Ones(4, 3), Tensor.Ones(4, 1) * 9), epochs: 1, batchSize: 4));
        Assert.Contains("lower the learning rate", error.Message, StringComparison.Ordinal);
        Assert.Equal("0", error.Layer);
    }

    private static Sequential Model() => new(seed: 4) { new Dense(1) };

    private sealed class HalvedTrainer(Model model, Loss loss, Optimizer optimizer) : Trainer(model, loss, optimizer)
    {
        public Variable Calls { get; } = new("calls", Tensor.Scalar(0f));

        protected override StepResult TrainStep(Batch batch, CallContext context)
        {
            StepResult result = Forward(batch, context);
            Minimize(result.Loss / 2);
            Calls.Value += 1;
            return result;
        }
    }

    private sealed class BiasTrainer(Model model, Loss loss, Optimizer optimizer) : Trainer(model, loss, optimizer)
    {
        protected override StepResult TrainStep(Batch batch, CallContext context)
        {
            Minimize(Model.Parameters[1].Value.Square().Sum());
            return Forward(batch, context);
        }
    }

    private sealed class TwiceTrainer(Model model, Loss loss, Optimizer optimizer) : Trainer(model, loss, optimizer)
    {
        protected override StepResult TrainStep(Batch batch, CallContext context)
        {
            StepResult result = Forward(batch, context);
            Minimize(result.Loss);
            Minimize(Forward(batch, context).Predictions[0].Square().Mean());
            return result;
        }
    }
}
