#:project ../src/Nabla/Nabla.csproj

// Handwritten digits, from files to a saved model: 60,000 images to learn from, 10,000 that the network never saw.

using System.Diagnostics;
using Nabla;

Mnist mnist = Mnist.Load();
Stopwatch watch = Stopwatch.StartNew();

Sequential model = new()
{
    new Flatten(),
    new Dense(128, Activation.Relu),
    new Dropout(0.2),
    new Dense(10),
};

Trainer trainer = new(model, new CrossEntropy(), new Adam(2e-3)) { Metrics = { new Accuracy() } };
TrainingHistory history = trainer.Fit(mnist.Train, epochs: 6, batchSize: 128, validation: mnist.Test);
foreach (EpochRecord epoch in history.Epochs)
{
    Console.WriteLine(
        $"epoch {epoch.Epoch}: loss {epoch.Training.Loss:0.000}, test accuracy {epoch.Validation!["accuracy"]:0.00 %}");
}

string file = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.nabla");
model.Save(file);
Model loaded = Model.Load(file);
File.Delete(file);

(Tensor image, Tensor label) = mnist.Test[0];
float[] probabilities = loaded.Predict(image).Softmax().ToArray();
int digit = Array.IndexOf(probabilities, probabilities.Max());
Console.WriteLine(
    $"the first test image shows a {label.Item<int>()}; "
    + $"the loaded model says {digit}, {probabilities[digit]:0.0 %} sure");

double accuracy = trainer.Evaluate(mnist.Test)["accuracy"];
Console.WriteLine($"{accuracy:0.00 %} of 10,000 new images are right, after {watch.Elapsed.TotalSeconds:0.0} s");
return accuracy >= 0.97 && digit == label.Item<int>() ? 0 : 1;
