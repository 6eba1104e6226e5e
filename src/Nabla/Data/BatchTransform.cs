namespace Nabla;

/// <summary>What is done to a batch before the model sees it, in tensor language.</summary>
/// <param name="batch">The batch as it is stored.</param>
/// <param name="context">Whether it is for training, and with which random numbers.</param>
/// <returns>The batch as the model sees it, of as many examples.</returns>
public delegate Batch BatchTransform(Batch batch, CallContext context);
