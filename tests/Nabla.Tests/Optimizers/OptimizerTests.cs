namespace Nabla.Tests.Optimizers;

public sealed class OptimizerTests
{
    [Fact]
    public void TheRateCanBeAssignedBetweenSteps()
    {
        var model = new Sequential { new Dense(1, useBias: false, kernelInitializer: new Zeros()) };
        var trainer = new Trainer(model, new MeanSquaredError(), new Sgd(0.5));
        Tensor x = Tensor.Ones(1, 1), y = Tensor.Full([1, 1], 4f);

        trainer.Step(x, y);     // gradient −8, rate 0.5: 0 → 4
        Assert.Equal(4f, model.Parameters[0].Value.Item<float>());

        trainer.Optimizer.LearningRate = 0.25;
        Tensor target = Tensor.Full([1, 1], 6f);
        trainer.Step(x, target); // gradient −4, rate 0.25: 4 → 5
        Assert.Equal(5f, model.Parameters[0].Value.Item<float>());
        Assert.Equal(2, trainer.Optimizer.Steps.Value.Item<long>());
    }

    [Fact]
    public void StateIsNamedAfterItsParameter()
    {
        var model = new Sequential { new Dense(1) { Name = "out" } };
        var optimizer = new Adam();
        new Trainer(model, new MeanSquaredError(), optimizer).Step(Tensor.Ones(2, 3), Tensor.Ones(2, 1));

        Assert.Equal(
            [
                "optimizer.steps", "optimizer.learning_rate",
                "out.weight.mean", "out.weight.mean_square", "out.bias.mean", "out.bias.mean_square",
            ],
            optimizer.State.Select(variable => variable.Name));
    }

    [Fact]
    public void NumbersOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(0.1, momentum: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(0.1, weightDecay: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(beta1: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RmsProp(epsilon: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdamW(weightDecay: double.PositiveInfinity));
        Assert.Contains("momentum", Assert.Throws<ArgumentException>(() => new Sgd(0.1, nesterov: true)).Message);
        var sgd = new Sgd();
        Assert.Throws<ArgumentOutOfRangeException>(() => sgd.LearningRate = -1);
        Assert.Equal(0.01, sgd.LearningRate);
    }

    [Fact]
    public void AnOptimizerOfOnesOwnIsOneFormula()
    {
        var model = new Sequential { new Dense(1, useBias: false, kernelInitializer: new Zeros()) };
        new Trainer(model, new MeanSquaredError(), new SignDescent()).Step(Tensor.Ones(1, 1), Tensor.Full([1, 1], 4f));
        Assert.Equal(0.125f, model.Parameters[0].Value.Item<float>());
    }

    private sealed class SignDescent() : Optimizer(0.125)
    {
        protected override IReadOnlyList<string> SlotNames => [];

        protected override ParameterUpdate Update(
            Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step) =>
            new(parameter - (step.LearningRate.Cast(parameter.DType) * gradient.Sign()));
    }
}
