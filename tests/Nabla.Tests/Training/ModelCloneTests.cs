using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Training;

public sealed class ModelCloneTests
{
    [Fact]
    public void ACloneIsEqualAndOnItsOwn()
    {
        Symbol x = Symbol.Input(3);
        var shared = new Dense(3, Activation.Tanh);
        var model = new Functional(x, x.Then(shared).Then(shared) + x) { Seed = 4, Notes = { ["author"] = "me" } };
        model.Build();
        Model clone = model.Clone();
        Assert.Equal(model.WeightsSha256(), clone.WeightsSha256());
        Assert.Equal("me", clone.Notes["author"]);

        new Trainer(clone, new MeanSquaredError(), new Sgd(0.1)).Step(Tensor.Ones(2, 3), Tensor.Zeros(2, 3));
        Assert.NotEqual(model.WeightsSha256(), clone.WeightsSha256());
        clone.CopyWeights(model);
        Assert.Equal(model.WeightsSha256(), clone.WeightsSha256());
        Assert.False(model.Clone(withWeights: false).IsBuilt);
    }

    [Fact]
    public void WeightsOfAnotherModelAreRefused()
    {
        Sequential one = new() { new Dense(2) }, other = new() { new Dense(3) };
        one.Build(4);
        other.Build(4);
        string message = Assert.Throws<ArgumentException>(() => one.CopyWeights(other)).Message;
        Assert.Contains("'0.weight' float32[4, 2] here, '0.weight' float32[4, 3] there", message);
    }

    [Fact]
    public void APartOfAModelIsClonedSavedAndCopiedLikeAWholeOne()
    {
        using var folder = new TemporaryFolder();
        var encoder = new Sequential { new Dense(3, Activation.Tanh), new Sequential { new Dense(2) } };
        var model = new Sequential { encoder, new Dense(1) };
        model.Build(4);
        Assert.Equal(["0.weight", "0.bias", "1.0.weight", "1.0.bias"], encoder.VariablePaths().Select(v => v.Path));

        encoder.Save(folder["encoder.nabla"]);
        Tensor x = Tensor.RandomNormal([5, 4], 1);
        float[] expected = encoder.Predict(x).ToArray();
        Assert.Equal(expected, Model.Load(folder["encoder.nabla"]).Predict(x).ToArray());
        Assert.Equal(expected, encoder.Clone().Predict(x).ToArray());
        Assert.Equal(encoder.WeightsSha256(), encoder.Clone().WeightsSha256());

        var alone = new Sequential(seed: 9) { new Dense(3, Activation.Tanh), new Sequential { new Dense(2) } };
        alone.Build(4);
        alone.CopyWeights(encoder);
        Assert.Equal(expected, alone.Predict(x).ToArray());
    }

    [Fact]
    public void LayersOfATrainedModelAreClonedIntoAnother()
    {
        var trained = new Sequential(seed: 3) { new Dense(3, Activation.Tanh), new Dropout(0.5), new Dense(2) };
        trained.Build(4);
        var next = new Sequential([.. trained.Layers.SkipLast(1).Select(layer => layer.Clone()), new Dense(5)]);
        next.Layers[0].Trainable = false;
        next.Build(4);
        Assert.Equal(trained.Parameters[0].Value.ToArray(), next.Parameters[0].Value.ToArray());
        Assert.Equal(2, next.TrainableParameters.Count);
        Assert.False(trained.Layers[0].Clone(withWeights: false).IsBuilt);
        Assert.Contains("add a Clone() of it", Assert.Throws<ArgumentException>(
            () => new Sequential { trained.Layers[0] }).Message);
    }

    [Fact]
    public void WeightsThatFitAreTakenFromAModelOfOtherClasses()
    {
        Sequential two = new(seed: 1) { new Dense(3), new Dense(2) };
        Sequential five = new(seed: 2) { new Dense(3), new Dense(5) };
        two.Build(4);
        five.Build(4);
        Assert.Equal(["1.weight", "1.bias"], five.CopyMatchingWeights(two));
        Assert.Equal(two.Parameters[0].Value.ToArray(), five.Parameters[0].Value.ToArray());
        Assert.Contains("CopyMatchingWeights", Assert.Throws<ArgumentException>(() => five.CopyWeights(two)).Message);
    }

    [Fact]
    public void NotesTravelWithTheFile()
    {
        using var folder = new TemporaryFolder();
        var model = new Sequential { new Dense(2) };
        model.Notes["classes"] = "cat\ndog";
        model.Build(3);
        model.Save(folder["m.nabla"]);
        Assert.Equal("cat\ndog", Model.Load(folder["m.nabla"]).Notes["classes"]);

        byte[] bytes = File.ReadAllBytes(folder["m.nabla"]);
        int place = bytes.AsSpan().IndexOf("dog"u8);
        bytes[place] = (byte)'f';
        File.WriteAllBytes(folder["m.nabla"], bytes);
        Assert.Throws<InvalidFileException>(() => Model.Load(folder["m.nabla"]));
    }
}
