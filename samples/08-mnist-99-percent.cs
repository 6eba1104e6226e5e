#:project ../src/Nabla/Nabla.csproj
#:property PublishAot=false

// 99 % of handwritten digits with nothing but Dense layers: the training digits are moved, turned and zoomed a little
// each time they are seen, so that the network cannot learn them by heart.
//
//     dotnet run samples/08-mnist-99-percent.cs          (about two minutes on two cores)
using Nabla;

const int Epochs = 30;
Mnist mnist = Mnist.Load();

// Images are [28, 28] here; augmentation sees batches of them and acts in training only.
Dataset train = mnist.Train.Map(new RandomAffine(rotation: 0.04, translation: 0.08, zoom: 0.12, shear: 0.1));

Sequential model = new(seed: 1)
{
    new Flatten(),
    new Dense(1024, Activation.Relu, kernelInitializer: new HeUniform()),
    new Dropout(0.2),
    new Dense(1024, Activation.Relu, kernelInitializer: new HeUniform()),
    new Dropout(0.2),
    new Dense(10),
};

Trainer trainer = new(model, new CrossEntropy(labelSmoothing: 0.05), new AdamW(weightDecay: 0.02))
{
    Metrics = { new Accuracy() },
    Average = new ExponentialAverage(0.998),
    Callbacks =
    {
        new SwapAverage(),
        new LearningRateScheduler(new OneCycle(2e-3)),
        new LambdaCallback { EpochEnd = (_, epoch) => Console.WriteLine($"{epoch.Epoch,3}  {epoch.Validation}") },
    },
};

TrainingHistory history = trainer.Fit(train, Epochs, batchSize: 128, validation: mnist.Test);
double accuracy = trainer.Evaluate(mnist.Test)["accuracy"];
Console.WriteLine($"{accuracy:P2} of 10,000 test digits, {model.ParameterCount:N0} parameters");
return accuracy >= 0.99 ? 0 : 1;
