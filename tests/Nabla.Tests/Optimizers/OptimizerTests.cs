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
    public void PreparedStateIsThatOfTheFirstStep()
    {
        Variable[] parameters = [new("a.weight", Tensor.Ones(3, 2)), new("a.bias", Tensor.Ones(2))];
        var optimizer = new Adafactor();
        optimizer.Prepare(parameters);
        Assert.Equal(
            [
                "optimizer.steps", "optimizer.learning_rate", "a.weight.row_mean_square", "a.weight.column_mean_square",
                "a.bias.mean_square",
            ],
            optimizer.State.Select(variable => variable.Name));
        Assert.Equal([[3, 1], [1, 2], [2]], optimizer.State.Skip(2).Select(variable => variable.Shape));

        Variable[] before = [.. optimizer.State];
        optimizer.Apply(parameters, [Tensor.Ones(3, 2), Tensor.Ones(2)]);
        Assert.Equal(before, optimizer.State);
    }

    [Theory]
    [InlineData("sgd")]
    [InlineData("nadam")]
    [InlineData("adagrad")]
    [InlineData("muon")]
    public void ResumedFromItsState_ItGoesOnToTheSameBits(string kind)
    {
        Optimizer Create() => kind switch
        {
            "sgd" => new Sgd(0.1, 0.9),
            "nadam" => new Nadam(),
            "adagrad" => new Adagrad(initialAccumulator: 0.1),
            _ => new Muon(),
        };
        Optimizer first = Create();
        Variable[] whole = Parameters();
        Run(first, whole, steps: 5);

        Optimizer half = Create(), resumed = Create();
        Variable[] parameters = Parameters();
        Run(half, parameters, steps: 2);
        Variable[] copies = [.. parameters.Select(parameter => new Variable(parameter.Name, parameter.Value))];
        resumed.Prepare(copies);
        foreach ((Variable from, Variable to) in half.State.Zip(resumed.State))
        {
            Assert.Equal(from.Name, to.Name);
            to.Value = from.Value;
        }

        Run(resumed, copies, steps: 3);
        Assert.Equal(whole.SelectMany(x => x.Value.ToArray<float>()), copies.SelectMany(x => x.Value.ToArray<float>()));

        static Variable[] Parameters() => [new("w", Tensor.Arange(6f).Reshape(2, 3)), new("b", Tensor.Ones(3))];

        static void Run(Optimizer optimizer, Variable[] parameters, int steps)
        {
            for (int i = 0; i < steps; i++)
            {
                optimizer.Apply(parameters, [.. parameters.Select(parameter => parameter.Value.Sin() + 0.5f)]);
            }
        }
    }

    [Fact]
    public void NumbersOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(0.1, momentum: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(0.1, weightDecay: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(0.1, dampening: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(beta1: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(beta2: -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RmsProp(epsilon: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdamW(weightDecay: double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adagrad(rateDecay: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adagrad(initialAccumulator: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adadelta(decay: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adamax(beta2: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Nadam(momentumDecay: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RAdam(epsilon: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lion(beta1: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lamb(beta2: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adafactor(clipThreshold: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Muon(iterations: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Muon(adamBeta1: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ftrl(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ftrl(l1: -1));
        Assert.Contains("momentum", Assert.Throws<ArgumentException>(() => new Sgd(0.1, nesterov: true)).Message);
        Assert.Throws<ArgumentException>(() => new Sgd(0.1, 0.9, nesterov: true, dampening: 0.5));
        var sgd = new Sgd();
        Assert.Throws<ArgumentOutOfRangeException>(() => sgd.LearningRate = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => sgd.LearningRate = double.NaN);
        Assert.Equal(0.01, sgd.LearningRate);
    }

    [Fact]
    public void ParametersAndGradientsThatDoNotFitAreRefused()
    {
        Variable parameter = new("w", Tensor.Ones(2, 3));
        var sgd = new Sgd();
        Assert.Contains("built", Assert.Throws<ArgumentException>(() => sgd.Apply([], [])).Message);
        Assert.Contains("one for each", Assert.Throws<ArgumentException>(() => sgd.Apply([parameter], [])).Message);
        var shape = Assert.Throws<ShapeMismatchException>(() => sgd.Apply([parameter], [Tensor.Ones(3, 2)]));
        Assert.Contains("'w' has shape [2, 3] but its gradient [3, 2]", shape.Message);
        Assert.Contains("order of the parameters", shape.Message);
        var type = Assert.Throws<DTypeMismatchException>(
            () => sgd.Apply([parameter], [Tensor.Ones(2, 3).Cast(DType.Float64)]));
        Assert.Contains("cast", type.Message);
        Assert.Equal(0, sgd.Steps.Value.Item<long>());
        Assert.Equal(1f, parameter.Value.ToArray<float>()[0]);
    }

    [Fact]
    public void AnUpdateWithTooFewSlotsIsRefused()
    {
        Variable parameter = new("w", Tensor.Ones(2));
        Assert.Contains("SlotsOf names 1", Assert.Throws<InvalidOperationException>(
            () => new Forgetful().Apply([parameter], [Tensor.Ones(2)])).Message);
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
        protected override ParameterUpdate Update(
            Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step) =>
            new(parameter - (step.LearningRate.Cast(parameter.DType) * gradient.Sign()));
    }

    private sealed class Forgetful() : Optimizer(0.125)
    {
        protected override IReadOnlyList<OptimizerSlot> SlotsOf(Variable parameter) => [new("momentum")];

        protected override ParameterUpdate Update(
            Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step) => new(parameter);
    }
}
