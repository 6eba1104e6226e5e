#:project ../src/Nabla/Nabla.csproj

// Why networks need something that bends between their layers: (x A + a) B + b = x (A B) + (a B + b). A hundred linear
// layers are one linear layer. With a bend in between, the whole is more than its parts.

using Nabla;

Tensor x = Tensor.RandomNormal([64, 5], 3);

Sequential deep = new() { new Dense(32), new Dense(3) };
Tensor answers = deep.Predict(x);
Tensor[] parameters = [.. deep.Parameters.Select(parameter => parameter.Value)];
(Tensor A, Tensor a, Tensor B, Tensor b) = (parameters[0], parameters[1], parameters[2], parameters[3]);

Tensor weight = A.MatMul(B);                                   // [5, 32] · [32, 3] = [5, 3]
Tensor bias = a.MatMul(B) + b;                                 // [3]
double apart = Distance(answers, x.MatMul(weight) + bias);
Console.WriteLine($"two layers of {deep.ParameterCount} numbers and one of 18 differ by {apart:0.0e+0}");

// What is straight has f(x) + f(−x) = 2 f(0) everywhere. How far is a network from that?
Sequential bent = new() { new Dense(32, Activation.Relu), new Dense(3) };
Console.WriteLine($"bend without an activation: {Bend(deep):0.0e+0}");
Console.WriteLine($"bend with ReLU in between:  {Bend(bent):0.00}");

return apart < 1e-5 && Bend(deep) < 1e-5 && Bend(bent) > 0.1 ? 0 : 1;

double Bend(Sequential model) => Distance(model.Predict(x) + model.Predict(-x), 2 * model.Predict(x * 0));

static double Distance(Tensor first, Tensor second) => (first - second).Abs().Max().Item<float>();
