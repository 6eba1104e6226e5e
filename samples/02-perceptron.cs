#:project ../src/Nabla/Nabla.csproj

// Rosenblatt's perceptron (1958) learns every question that one straight line can answer, such as AND. XOR needs two
// lines: there the rule never comes to rest, and a hidden layer with gradients does what one neuron cannot.

using Nabla;

Tensor questions = Tensor.From(new float[,] { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } });
Tensor and = Tensor.From(new float[,] { { 0 }, { 0 }, { 0 }, { 1 } });
Tensor xor = Tensor.From(new float[,] { { 0 }, { 1 }, { 1 }, { 0 } });

Check(Perceptron(and) == 4, "one neuron learns AND");
Check(Perceptron(xor) < 4, "one neuron does not learn XOR: no straight line parts its answers");
Check(HiddenLayer(xor) == 4, "a network with a hidden layer does");

// The rule: where the answer is wrong, move the line towards the example. w ← w + xᵀ (target − answer)
long Perceptron(Tensor answers)
{
    Tensor weight = Tensor.Zeros(2, 1), bias = Tensor.Zeros(1), guess = answers;
    for (int round = 0; round < 100; round++)
    {
        guess = Activation.Step.Apply(questions.MatMul(weight) + bias);
        Tensor miss = answers - guess;
        (weight, bias) = (weight + questions.Transpose().MatMul(miss), bias + miss.Sum(0));
        Tensor.Evaluate(weight, bias, guess);
    }

    return Right(guess, answers);
}

long HiddenLayer(Tensor answers)
{
    Sequential model = new() { new Dense(4, Activation.Tanh), new Dense(1) };
    Trainer trainer = new(model, new BinaryCrossEntropy(), new Adam(0.1));
    for (int step = 0; step < 200; step++)
    {
        trainer.Step(questions, answers);
    }

    return Right(Activation.Step.Apply(model.Predict(questions)), answers);
}

static long Right(Tensor guess, Tensor answers) => guess.IsEqual(answers).Sum().Item<long>();

static void Check(bool holds, string claim)
{
    Console.WriteLine($"{(holds ? "yes" : "NO ")}: {claim}");
    Environment.ExitCode |= holds ? 0 : 1;
}
